"""Customer databases: HubSpot (contacts, companies) and Salesforce (Data Loader, reports).

HubSpot's columns are whatever the person picked, so few of them are enough to recognise it. A Salesforce id
is 15 characters, or 18 with a check suffix: the first 15 are the record (Salesforce Object Reference, "ID
Field Type").
"""

from __future__ import annotations

from contactbook.formats.dialect import Dialect, table

HUBSPOT = Dialect(
    "hubspot",
    table(
        """
Record ID | uid
First Name | given
Last Name | family
Email | email
Work email | email:work
Additional email addresses | email:other
Phone Number | phone
Mobile Phone Number | phone:mobile
Fax Number | phone:fax
Job Title | job_title
Company Name | organization
Associated Company | organization
Street Address | address.street:work
City | address.locality:work
State/Region | address.region:work
Postal Code | address.postal_code:work
Country/Region | address.country:work
Website URL | url
Date of birth | date:birthday
Salutation | prefix
Gender | gender
Lifecycle Stage | field
Lead Status | field
Contact owner | field
HubSpot Owner | field
Create Date | field
Last Activity Date | field
Marketing contact status | field
Original Source | field
Original Source Drill-Down 1 | field
Original Source Drill-Down 2 | field
Associated Note IDs | field
Associated Company ID | organization.uid:hubspot-company-
Associated Company IDs | organization.uid:hubspot-company-
"""
    ),
    ("record id", "first name"),
    separators={"email": ";", "phone": ";", "organization": ";"},
    uid_prefix="hubspot-contact-",
    least=0.4,
)

HUBSPOT_COMPANIES = Dialect(
    "hubspot",
    table(
        """
Record ID | uid
Company name | organization
Company Domain Name | url
Website URL | url
Phone Number | phone
Street Address | address.street:work
City | address.locality:work
State/Region | address.region:work
Postal Code | address.postal_code:work
Country/Region | address.country:work
Company owner | field
Industry | field
Create Date | field
Last Activity Date | field
Description | note
"""
    ),
    ("record id", "company name"),
    separators={"phone": ";"},
    kind="company",
    uid_prefix="hubspot-company-",
    absent=("first name", "last name", "email"),
    least=0.4,
)

_PERSON = """
Salutation | prefix
Suffix | suffix
Email | email
Title | job_title
Department | department
Birthdate | date:birthday
Description | note
Phone | phone:work
Fax | phone:work fax
Company | organization
Street | address.street:work
City | address.locality:work
State | address.region:work
State/Province | address.region:work
Country | address.country:work
Website | url
"""
_PERSON_API = """
Id | uid:15
IsDeleted | field?
MasterRecordId | field
AccountId | organization.uid
LastName | family
FirstName | given
MiddleName | middle
Name | full_name
MobilePhone | phone:mobile
HomePhone | phone:home
OtherPhone | phone:other
AssistantPhone | phone:assistant
AssistantName | relation:assistant
ReportsToId | relation.uid:manager
PostalCode | address.postal_code:work
LeadSource | field
OwnerId | field
CreatedDate | field
CreatedById | field
LastModifiedDate | field
LastModifiedById | field
SystemModstamp | field
LastActivityDate | field
"""
_PERSON_LABELS = """
Contact ID | uid:15
Lead ID | uid:15
Deleted | field?
Master Record ID | field
Account ID | organization.uid
Account Name | organization
Last Name | family
First Name | given
Middle Name | middle
Full Name | full_name
Business Phone | phone:work
Business Fax | phone:work fax
Mobile | phone:mobile
Mobile Phone | phone:mobile
Home Phone | phone:home
Other Phone | phone:other
Asst. Phone | phone:assistant
Assistant Phone | phone:assistant
Assistant | relation:assistant
Assistant's Name | relation:assistant
Reports To ID | relation.uid:manager
Reports To | relation:manager
Zip/Postal Code | address.postal_code:work
Contact Description | note
Lead Source | field
Owner ID | field
"""
_COMPANY = """
Name | organization
Account Name | organization
Type | field
Phone | phone:work
Fax | phone:work fax
Website | url
Industry | field
AnnualRevenue | field
NumberOfEmployees | field
Description | note
IsDeleted | field?
MasterRecordId | field
ParentId | relation.uid:parent
Parent Account ID | relation.uid:parent
OwnerId | field
"""


def _addresses(**places: str) -> str:
    """Street ... country of each kind of address, as API names and as labels."""
    lines: list[str] = []
    for name, label in places.items():
        for part, target in _PARTS.items():
            spec = f"address.{target}:{label}"
            lines += [f"{name}{part.replace(' ', '')} | {spec}", f"{name} {part} | {spec}"]
        lines.append(f"{name} Zip/Postal Code | address.postal_code:{label}")
        lines.append(f"{name} State/Province | address.region:{label}")
    return "\n".join(lines)


_PARTS = {
    "Street": "street", "City": "locality", "State": "region", "Postal Code": "postal_code",
    "Country": "country",
}  # fmt: skip
_FALSE = ("false", "0")

SALESFORCE = Dialect(
    "salesforce",
    table(_PERSON + _PERSON_API.lstrip() + _addresses(Mailing="work", Other="other")),
    ("id", "lastname"),
    ignore=_FALSE,
    uid_prefix="salesforce-",
    least=0.4,
)

SALESFORCE_REPORT = Dialect(
    "salesforce",
    table(_PERSON + _PERSON_LABELS.lstrip() + _addresses(Mailing="work", Other="other")),
    ("contact id", "last name"),
    ignore=_FALSE,
    uid_prefix="salesforce-",
    absent=("display name", "postal code"),
    least=0.4,
)

SALESFORCE_ACCOUNTS = Dialect(
    "salesforce",
    table("Id | uid:15\n" + _COMPANY.lstrip() + _addresses(Billing="work", Shipping="other")),
    ("id", "name", "billingstreet"),
    ignore=_FALSE,
    kind="company",
    uid_prefix="salesforce-",
    absent=("lastname",),
    least=0.4,
)

SALESFORCE_ACCOUNT_REPORT = Dialect(
    "salesforce",
    table("Account ID | uid:15\n" + _COMPANY.lstrip() + _addresses(Billing="work", Shipping="other")),
    ("account id", "account name"),
    ignore=_FALSE,
    kind="company",
    uid_prefix="salesforce-",
    absent=("last name", "contact id"),
    least=0.4,
)
