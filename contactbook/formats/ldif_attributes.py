"""What the attributes of a directory mean, as the targets that tables use.

Sources: RFC 4519 and RFC 2798 (inetOrgPerson), the schema of Mozilla's address book (mozillaAbPersonAlpha),
RFC 4524 (cosine), and Netscape's spellings. What is missing here (Zimbra's firstName, workCity ...) is
matched by name.
"""

from __future__ import annotations

_ATTRIBUTES = """
uid                          field
entryuuid                    uid
cn commonname                full_name
displayname                  full_name
givenname gn                 given
sn surname                   family
initials                     initials
personaltitle                prefix
generationqualifier          suffix
mozillanickname xmozillanickname  nickname
o company organizationname   organization
ou department departmentnumber orgunit  department
title                        job_title
employeetype businesscategory employeenumber  field
mail rfc822mailbox           email
mozillasecondemail xmozillasecondemail  email
telephonenumber              phone:work
homephone hometelephonenumber  phone:home
mobile cellphone mobiletelephonenumber  phone:mobile
pager pagerphone pagertelephonenumber   phone:pager
facsimiletelephonenumber fax  phone:fax
telexnumber                  phone:telex
internationalisdnnumber      phone:isdn
street streetaddress         address.street:work
mozillaworkstreet2           address.extended:work
postofficebox                address.po_box:work
l locality localityname      address.locality:work
st region stateorprovincename  address.region:work
postalcode zip               address.postal_code:work
c countryname co friendlycountryname  address.country:work
postaladdress                address.formatted:work
homepostaladdress            address.formatted:home
mozillahomestreet            address.street:home
mozillahomestreet2           address.extended:home
mozillahomelocalityname      address.locality:home
mozillahomestate             address.region:home
mozillahomepostalcode        address.postal_code:home
mozillahomecountryname       address.country:home
labeleduri                   url
mozillaworkurl workurl       url:work
mozillahomeurl homeurl       url:home
birthyear                    date.year:birthday
birthmonth                   date.month:birthday
birthday                     date.day:birthday
dateofbirth                  date:birthday
description notes            note
preferredlanguage            language
manager                      relation.uid:manager
secretary                    relation.uid:assistant
nsaimid mozilla_aimscreenname aimscreenname  chat:aim
mozillacustom1 custom1 mozillacustom2 custom2  field
mozillacustom3 custom3 mozillacustom4 custom4  field
roomnumber physicaldeliveryofficename carlicense  field
"""

SPECS = {
    name: line.split("  ")[-1].strip()
    for line in _ATTRIBUTES.strip().splitlines()
    for name in line.rpartition("  ")[0].split()
}
"""From an attribute's name in lower case to the short text of its target."""

STRUCTURE = frozenset(
    {"dn", "objectclass", "modifytimestamp", "createtimestamp", "creatorsname", "modifiersname", "entrydn"}
    | {"entrycsn", "structuralobjectclass", "subschemasubentry", "hassubordinates"}
)
"""Attributes that are about the entry and not about the person; the source keeps them."""

BINARY = frozenset({"usercertificate", "usersmimecertificate", "userpkcs12", "userpassword", "audio"})
"""Attributes that are kept without being understood."""

PHOTOS = frozenset({"jpegphoto", "photo", "thumbnailphoto"})
GROUPS = frozenset({"groupofnames", "groupofuniquenames", "mozillaaddresslist", "posixgroup"})
MEMBERS = frozenset({"member", "uniquemember"})
ADDRESS_BLOCKS = frozenset({"postaladdress", "homepostaladdress", "registeredaddress"})
