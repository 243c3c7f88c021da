"""Examples for the help of each command; the tests run every one. ID is an id or a UID, STEP a number."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "new": ("new my.contactbook", "new my.contactbook --password-file password.txt"),
    "inspect": ("inspect phone.vcf customers.csv", "inspect customers.csv --mapping-to customers.json"),
    "import": (
        "import my.contactbook phone.vcf customers.csv --dry-run",
        "import my.contactbook customers.csv --country PL --tag 'first import' --rejects refused.csv",
        "import my.contactbook customers.csv --clean mend,shouted",
        "import my.contactbook customers.csv --match email --policy note=skip --policy phone=add",
    ),
    "convert": ("convert phone.vcf new.vcf --to vcard3-apple", "convert customers.csv customers.xlsx"),
    "export": (
        "export my.contactbook everything.zip --to archive",
        "export my.contactbook customers.csv --query tag:customer --for-excel",
        "export my.contactbook - --to vcard4 | gzip > all.vcf.gz",
    ),
    "list": (
        "list my.contactbook --query 'city:Gdansk -tag:vip' --columns name,email",
        "list my.contactbook --view companies --json",
    ),
    "search": ("search my.contactbook anna gdansk", "search my.contactbook 0664 123 --limit 5"),
    "show": ("show my.contactbook ID", "show my.contactbook ID --json"),
    "add": (
        "add my.contactbook given=Anna family=Kowalska email.work=anna@acme.example",
        "add my.contactbook --from-text signature.txt tags=supplier",
    ),
    "edit": (
        "edit my.contactbook ID title='Head of sales' 'phone[+]=+48 58 555 01 23'",
        "edit my.contactbook --query company:acme note='Closed on Fridays' --dry-run",
    ),
    "tag": (
        "tag my.contactbook vip --query company:acme",
        "tag my.contactbook vip --rename 'key customers'",
    ),
    "segment": (
        "segment my.contactbook save 'Not called lately' --query -contacted:90d",
        "segment my.contactbook list",
    ),
    "log": (
        "log my.contactbook ID call 'Asked for the offer' --follow-up 'next Tuesday 9:00'",
        "log my.contactbook ID purchase 'Two chairs' --amount 240 --currency EUR --at yesterday",
    ),
    "mail": ("mail my.contactbook inbox.mbox", "mail my.contactbook letter.eml --add-unknown --dry-run"),
    "entries": ("entries my.contactbook purchases.csv --currency EUR",),
    "calendar": ("calendar my.contactbook meetings.ics --dry-run",),
    "timeline": (
        "timeline my.contactbook ID",
        "timeline my.contactbook ID --kind call --since 2025-01-01",
        "timeline my.contactbook ID --to ada.csv",
    ),
    "attachment": (
        "attachment my.contactbook ENTRY --save Downloads",
        "attachment my.contactbook ENTRY --add offer.pdf",
    ),
    "totals": ("totals my.contactbook ID", "totals my.contactbook ID --period last-year"),
    "due": ("due my.contactbook --within 14",),
    "follow-up": (
        "follow-up my.contactbook FOLLOW-UP --done",
        "follow-up my.contactbook FOLLOW-UP --repeat 'every 2 weeks' --priority high --remind 'Friday 9:00'",
        "follow-up my.contactbook --for ID --title 'Send the offer' --when tomorrow",
    ),
    "rhythm": (
        "rhythm my.contactbook ID --every '6 weeks'",
        "rhythm my.contactbook --tag vip --every month",
    ),
    "trash": ("trash my.contactbook ID", "trash my.contactbook --empty-old"),
    "restore-contact": ("restore-contact my.contactbook ID",),
    "erase": ("erase my.contactbook ID",),
    "merge": ("merge my.contactbook ID OTHER-ID --keep ID",),
    "company": ("company my.contactbook", "company my.contactbook --make Acme"),
    "field": (
        "field my.contactbook add 'Customer number' --key customer_number --unique",
        "field my.contactbook load sales",
        "field my.contactbook list",
    ),
    "history": ("history my.contactbook --limit 20", "history my.contactbook --contact ID"),
    "undo": ("undo my.contactbook", "undo my.contactbook STEP --dry-run"),
    "redo": ("redo my.contactbook",),
    "check": ("check my.contactbook",),
    "backup": ("backup my.contactbook backups/", "backup my.contactbook copy.contactbook --replace"),
    "restore": ("restore copy.contactbook my.contactbook --replace",),
    "password": ("password my.contactbook", "password my.contactbook --new-password-file new.txt"),
    "unlock-with-code": ("unlock-with-code my.contactbook --code-file code.txt",),
    "recovery-code": ("recovery-code my.contactbook",),
}
"""What to type after `contactbook`, by command."""


def told(name: str) -> str:
    """The examples of a command for the end of its help, which click leaves as they are."""
    lines = "\n".join(f"  contactbook {example}" for example in EXAMPLES.get(name, ()))
    return f"\b\nFor example:\n{lines}" if lines else ""
