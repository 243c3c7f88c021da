"""Lists that a service keeps of its members: LinkedIn connections and Mailchimp audiences.

LinkedIn puts a notice of several lines above the heading (see `table_shape`). Mailchimp's OPTIN_ and CONFIRM_
columns are the evidence of a person's consent; they are kept as custom fields word for word.
"""

from __future__ import annotations

import re

from contactbook.formats.dialect import Dialect, table

LINKEDIN = Dialect(
    "linkedin",
    table(
        """
First Name | given
Last Name | family
URL | url:profile
Email Address | email
Company | organization
Position | job_title
Connected On | field=date
"""
    ),
    ("first name", "last name", "position", "connected on"),
)

_BOOKKEEPING = re.compile(
    r"member_rating|(?:optin|confirm|unsub|clean)_\w+|latitude|longitude|gmtoff|dstoff|timezone|cc|region|last_changed"
    r"|leid|euid"
)

MAILCHIMP = Dialect(
    "mailchimp",
    table(
        """
Email Address | email
First Name | given
Last Name | family
Address | address.formatted
Phone Number | phone
Birthday | date:birthday
Company | organization
NOTES | note
TAGS | tags
"""
    ),
    ("email address", "leid", "euid"),
    ((_BOOKKEEPING, lambda _: "field"),),
    separators={"tags": ","},
    date_order="mdy",
    least=0.5,
)
