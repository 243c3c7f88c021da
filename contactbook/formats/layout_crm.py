"""Tables as customer databases and mailing services take them: Mailchimp, HubSpot, Salesforce.

Sources: Mailchimp "Format guidelines for your import file" (birthdays as MM/DD, one address field),
HubSpot "Set up your import file" (any columns, matched by name), Salesforce Object Reference, "Contact" (API
names, as Data Loader maps them; LastName is required).
"""

from __future__ import annotations

from contactbook.formats.slot_layout import LINE, Slots

MAILCHIMP = Slots(
    heading=("Email Address", "First Name", "Last Name", "Address", "Phone Number", "Birthday", "Company",
             "NOTES", "TAGS"),
    texts={"given": "First Name", "family": "Last Name", "organization": "Company"},
    emails=("Email Address",),
    phones={"": ("Phone Number",)},
    places=(((), {LINE: "Address"}),),
    days={"birthday": ("Birthday",)},
    tags="TAGS",
    note="NOTES",
    many={"TAGS": ","},
    month_first=True,
)  # fmt: skip

HUBSPOT = Slots(
    heading=("Record ID", "Salutation", "First Name", "Last Name", "Email", "Additional email addresses",
             "Phone Number", "Mobile Phone Number", "Fax Number", "Job Title", "Company Name",
             "Street Address", "City", "State/Region", "Postal Code", "Country/Region", "Website URL",
             "Date of birth", "Gender", "Tags", "Notes"),
    texts={"prefix": "Salutation", "given": "First Name", "family": "Last Name", "job_title": "Job Title",
           "organization": "Company Name", "gender": "Gender"},
    emails=("Email", "Additional email addresses"),
    phones={"mobile": ("Mobile Phone Number",), "fax": ("Fax Number",), "work fax": ("Fax Number",),
            "": ("Phone Number", "Mobile Phone Number")},
    urls={"": ("Website URL",)},
    places=(((), {"street": "Street Address", "locality": "City", "region": "State/Region",
                  "postal_code": "Postal Code", "country": "Country/Region"}),),
    days={"birthday": ("Date of birth",)},
    tags="Tags",
    note="Notes",
    many={"Additional email addresses": ";", "Tags": ";"},
    fields=True,
    id_column="Record ID",
    id_prefix="hubspot-contact-",
)  # fmt: skip


def _parts(place: str) -> dict[str, str]:
    return {"street": f"{place}Street", "locality": f"{place}City", "region": f"{place}State",
            "postal_code": f"{place}PostalCode", "country": f"{place}Country"}  # fmt: skip


SALESFORCE = Slots(
    heading=("Id", "Salutation", "FirstName", "MiddleName", "LastName", "Suffix", "Company", "Title",
             "Department", "Email", "Phone", "MobilePhone", "HomePhone", "OtherPhone", "AssistantPhone",
             "Fax", *_parts("Mailing").values(), *_parts("Other").values(), "Website", "Birthdate",
             "AssistantName", "Description"),
    texts={"prefix": "Salutation", "given": "FirstName", "middle": "MiddleName", "family": "LastName",
           "suffix": "Suffix", "organization": "Company", "job_title": "Title", "department": "Department"},
    emails=("Email",),
    phones={"work": ("Phone",), "mobile": ("MobilePhone",), "home": ("HomePhone",),
            "assistant": ("AssistantPhone",), "fax": ("Fax",), "work fax": ("Fax",),
            "": ("OtherPhone", "Phone")},
    urls={"": ("Website",)},
    places=((("work", ""), _parts("Mailing")), ((), _parts("Other")), ((), _parts("Mailing"))),
    days={"birthday": ("Birthdate",)},
    relations={"assistant": "AssistantName"},
    note="Description",
    fields=True,
    required_name="LastName",
    id_column="Id",
    id_prefix="salesforce-",
    whole_days=True,
)  # fmt: skip
