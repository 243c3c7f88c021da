"""What came of reading e-mail, in words (contactbook.wording.mail_words)."""

from __future__ import annotations

from contactbook.actions.mailing import MailReport
from contactbook.domain.signature_news import Detail
from contactbook.wording import mail_words


def test_a_detail_says_what_it_replaces() -> None:
    assert mail_words.news(Detail("phone", "+48 1", label="work")) == ["Phone (work): +48 1"]
    assert mail_words.news(Detail("job_title", "Buyer", "Clerk")) == ["Job title: Buyer", "so far: Clerk"]


def test_only_what_happened_is_said() -> None:
    report = MailReport(read=1, logged=1, people=2)
    assert mail_words.summary(report.counts) == "1 e-mail logged with 2 contacts."
    report = MailReport(known=2, unmatched=1, refused=[("a.eml", "no_address")])
    said = mail_words.summary(report.counts)
    assert said == (
        "0 e-mails logged. 2 were here already. 1 is about nobody in the book. 1 could not be read."
    )
    assert mail_words.refused([("a.msg", "damaged")]) == ["a.msg: the file is damaged"]
    many = mail_words.refused([("a.eml", "no_address")] * 7)
    assert (len(many), many[-1]) == (6, "and 2 more")
