"""calendar and export to .ics, as scripts use them (contactbook.cli.calendar_command)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_meetings_in_and_tasks_out(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    path = tmp_path / "in.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260302T093000Z\nSUMMARY:Lunch\n"
        "ATTENDEE:mailto:ada@acme.example\nEND:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    assert run("calendar", book, path, "--dry-run", "--json").json["logged"] == 1
    assert run("calendar", book, path).out == "1 meeting logged.\n"
    assert run("timeline", book, "ada", "--json").json[0]["subject"] == "Lunch"
    run("log", book, "ada", "call", "Offer", "--follow-up", "in 2 weeks")
    out = tmp_path / "out.ics"
    assert run("export", book, out, "--json").json["tasks"] == 1
    assert b"SUMMARY:Offer (Ada" in out.read_bytes()


def test_whoever_is_unknown_is_told_and_added_on_request(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    path = tmp_path / "in.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20990302T093000Z\nSUMMARY:Lunch\n"
        "ATTENDEE;CN=Cy Young:mailto:cy@c.example\nEND:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    told = run("calendar", book, path, "--json").json
    assert (told["unmatched"], [one["name"] for one in told["unknown"]]) == (1, ["Cy Young"])
    assert run("calendar", book, path, "--add-unknown").out == "1 meeting ahead: it stands in Today.\n"
    out = tmp_path / "out.ics"
    assert run("export", book, out, "--to", "ics-google", "--json").json["tasks"] == 1
    assert b"UID:1\r\n" in out.read_bytes()
