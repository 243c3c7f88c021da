"""Yahoo: the address book's own layout in its American, British and Indian spelling.

`Primary` names the kind of the preferred phone; `Title` is the job.
"""

from __future__ import annotations

from contactbook.formats.dialect import Dialect, table

YAHOO = Dialect(
    "yahoo",
    table(
        """
First | given
Middle | middle
Last | family
Nickname | nickname
Email | email
Category | tags
Distribution Lists | tags
Yahoo! ID | chat:yahoo
Messenger ID | chat:yahoo
Home | phone:home
Work | phone:work
Pager | phone:pager
Fax | phone:fax
Mobile | phone:mobile
Other | phone:other
Yahoo! Phone | phone:yahoo
Primary | phone.preferred
Alternate Email 1 | email
Alternate Email 2 | email
Personal Website | url:home
Business Website | url:work
Title | job_title
Company | organization
Work Address | address.street:work
Work City | address.locality:work
Work Town | address.locality:work
Work State | address.region:work
Work County | address.region:work
Work ZIP | address.postal_code:work
Work Post Code | address.postal_code:work
Work PIN Code | address.postal_code:work
Work Country | address.country:work
Home Address | address.street:home
Home City | address.locality:home
Home Town | address.locality:home
Home State | address.region:home
Home County | address.region:home
Home ZIP | address.postal_code:home
Home Post Code | address.postal_code:home
Home PIN Code | address.postal_code:home
Home Country | address.country:home
Birthday | date:birthday
Anniversary | date:anniversary
Custom 1 | field
Custom 2 | field
Custom 3 | field
Custom 4 | field
Comments | note
Messenger ID1 | chat:yahoo
Messenger ID2 | chat:yahoo
Messenger ID3 | chat:yahoo
Messenger ID4 | chat:yahoo
Messenger ID5 | chat:yahoo
Messenger ID6 | chat:yahoo
Messenger ID7 | chat:yahoo
Messenger ID8 | chat:yahoo
Messenger ID9 | chat:yahoo
Skype ID | chat:skype
IRC ID | chat:irc
ICQ ID | chat:icq
Google ID | chat:googletalk
MSN ID | chat:msn
AIM ID | chat:aim
QQ ID | chat:qq
"""
    ),
    ("first", "last", "email"),
)
