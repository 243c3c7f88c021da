"""Importing from the command line: counts, refusals, dry run, exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.actions import import_options
from contactbook.cli import import_command, policy_type, rejected_told
from tests.cli.conftest import BROKEN, CARDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result

KEYS = {"read", "created", "updated", "unchanged", "skipped", "rejected", "properties", "step"}


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_import_tells_its_counts(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    cards = _written(tmp_path, "more.vcf", CARDS.replace("UID:", "UID:second-"))
    trial = run("import", book, cards, "--dry-run", "--json")
    assert len(run("list", book, "--json").json) == 3
    real = run("import", book, cards, "--json", "--tag", "New", "--tag", "2024")
    assert trial.status == real.status == 0
    assert KEYS <= set(real.json)
    assert set(trial.json) == set(real.json)
    assert real.json["created"] == trial.json["created"] == 3
    assert real.json["properties"]["lost"] == 0
    assert real.json["step"] != 0
    assert run("show", book, "second-ada", "--json").json["tags"] == ["New", "2024"]


def test_the_same_file_again_changes_nothing(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    again = run("import", book, _written(tmp_path, "again.vcf", CARDS), "--json").json
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 3)


def test_a_refused_card_makes_it_done_in_part(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    cards = _written(tmp_path, "broken.vcf", CARDS + BROKEN)
    rejects = tmp_path / "rejects.vcf"
    result = run("import", book, cards, "--rejects", rejects)
    assert result.status == 1
    assert f"broken.vcf:{CARDS.count(chr(10)) + 1}:" in result.err
    assert "Nobody" in rejects.read_text(encoding="utf-8")
    assert run("import", book, cards, "--json").json["rejected"][0]["line"] == CARDS.count("\n") + 1


def test_many_refused_cards_are_not_all_listed(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    cards = _written(tmp_path, "broken.vcf", BROKEN * 30 + CARDS)
    result = run("import", book, cards)
    assert result.status == 1
    assert sum("broken.vcf:" in line for line in result.err.splitlines()) <= rejected_told.SHOWN + 3
    assert "more" in result.err


def test_the_country_may_be_a_name(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    path = _written(tmp_path, "again.vcf", CARDS)
    assert run("import", book, path, "--country", "Polska").status == 0
    for command in ("import", "entries"):
        wrong = run(command, book, path, "--country", "Atlantis")
        assert (wrong.status, wrong.out) == (2, "")


def test_a_file_that_is_none_is_a_problem(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    for path in (tmp_path / "missing.vcf", tmp_path, _written(tmp_path, "empty.vcf", "")):
        result = run("import", book, path, "--json")
        assert result.status == 3
        assert result.json["problem"]["remedy"]


def test_without_json_there_is_one_summary(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    result = run("import", book, _written(tmp_path, "again.vcf", CARDS), "--dry-run")
    assert result.out.splitlines()[1:] == ["14 properties read, 14 understood, 0 lost."]
    assert import_command.import_command.name == "import"


HEAD = "Vorname;Nachname;Mail;Nummer;Firma\n"


def test_a_table_with_a_mapping_and_matching(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    table = _written(
        tmp_path, "a.csv", HEAD + "Eva;Lang;eva@x.example;77;Zollhaus\nTom;Kurz;tom@x.example;78;ZOLLHAUS\n"
    )
    mapping = _written(
        tmp_path,
        "m.json",
        '{"contactbook_mapping": 1, "columns": ['
        '{"heading": "Vorname", "to": "given"}, {"heading": "Nachname", "to": "family"},'
        '{"heading": "Mail", "to": "email", "label": "work"},'
        '{"heading": "Nummer", "to": "field", "label": "Customer number"},'
        '{"heading": "Firma", "to": "organization"}]}',
    )
    first = run("import", book, table, "--mapping", mapping, "--json").json
    assert (first["created"], first["companies"]) == (2, 1)
    [eva] = run("search", book, "eva", "--json").json
    shown = run("show", book, eva["id"], "--json").json
    assert (shown["fields"], shown["emails"][0]["label"]) == ({"customer_number": "77"}, "work")
    changed = _written(tmp_path, "b.csv", HEAD + "Eva;Lang-Neu;neu@x.example;77;\n")
    by_number = run(
        "import", book, changed, "--mapping", mapping, "--match", "customer_number", "--json"
    ).json
    assert (by_number["created"], by_number["updated"]) == (0, 1)
    shown = run("show", book, eva["id"], "--json").json
    assert (shown["name"]["family"], shown["organization"]) == ("Lang-Neu", "Zollhaus")
    unknown = run("import", book, changed, "--mapping", mapping, "--match", "shoe_size", "--json")
    assert unknown.status in (2, 3)
    missing = run("import", book, changed, "--mapping", tmp_path / "none.json")
    assert missing.status == 3


def test_refused_rows_come_back_corrected(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    table = _written(tmp_path, "a.csv", HEAD + 'Eva;Lang;eva@x.example;77;Acme\nTom;"Kurz;tom@x.example\n')
    rejects = tmp_path / "rejects.csv"
    result = run("import", book, table, "--rejects", rejects, "--json")
    assert (result.status, result.json["created"], len(result.json["rejected"])) == (1, 1, 1)
    text = rejects.read_text("utf-8-sig")
    head, row = text.splitlines()
    assert head.endswith(";Vorname;Nachname;Mail;Nummer;Firma")
    assert row.split(";", 1)[0] not in ("", "unclosed_quote")
    rejects.write_text(text.replace(row, row + ";78;Acme"), "utf-8")
    again = run("import", book, rejects, "--json")
    assert (again.status, again.json["created"]) == (0, 1)
    [tom] = run("search", book, "tom", "--json").json
    shown = run("show", book, tom["id"], "--json").json
    assert (shown["organization"], shown["fields"]) == ("Acme", {"nummer": "78"})


def test_a_value_with_a_nul_is_read_like_any_other(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    # A NUL reaches text through an escape of the format, and a set of values is looked up with it.
    card = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Nell\r\nTEL;ENCODING=QUOTED-PRINTABLE:12=0045\r\n"
        "EMAIL;ENCODING=QUOTED-PRINTABLE:n=00b@x.example\r\nEND:VCARD\r\n"
    )
    person = '[{"full_name": "J\\u0000", "emails": [{"value": "j\\u0000@b.example"}]}]'
    for name, text in (("nul.vcf", card), ("nul.json", person)):
        file = _written(tmp_path, name, text)
        first = run("import", book, file, "--match", "uid,email,phone", "--json")
        assert (first.status, first.json["created"]) == (0, 1)
        again = run("import", book, file, "--match", "uid,email,phone", "--json")
        assert (again.json["created"], again.json["unchanged"]) == (0, 1)


def test_of_several_files_each_says_what_became_of_its_rows(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    cards = _written(tmp_path, "again.vcf", CARDS + BROKEN)
    table = _written(tmp_path, "new.csv", "Name,E-mail\nBo Berg,bo@berg.example\nCy Kind,cy@kind.example\n")
    told = run("import", book, cards, table, "--dry-run").out.splitlines()
    assert "again.vcf: 4 in = 3 unchanged + 1 refused" in told
    assert "new.csv: 2 in = 2 new" in told
    assert not any("in =" in line for line in run("import", book, table).out.splitlines())


def test_cleaning_rules_are_switched(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    table = _written(tmp_path, "list.csv", "Vorname,Nachname,Firma,Stadt\nBÖ,HOLLERSON,-,MÃ¼nchen\n")
    run("import", book, table, "--clean", "shouted,mend", "--clean", "-fillers")
    (found,) = (
        one for one in run("list", book, "--query", "city:München", "--json").json if one["kind"] == "person"
    )
    assert (found["name"]["family"], found["organization"]) == ("Hollerson", "-")
    wrong = run("import", book, table, "--clean", "polish")
    assert wrong.status == 2
    assert "trim" in wrong.err


def test_one_thing_may_have_a_policy_of_its_own(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    changed = CARDS.replace("ada@acme.example", "ada@new.example").replace(
        "ORG:Acme\nEND", "ORG:Nova\nEND", 1
    )
    path = _written(tmp_path, "changed.vcf", changed)
    told = run("import", book, path, "--policy", "email=add", "--policy", "organization=skip", "--json").json
    assert told["updated"] == 1
    shown = run("show", book, "ada", "--json").json
    assert [one["value"] for one in shown["emails"]] == ["ada@acme.example", "ada@new.example"]
    assert shown["organization"] == "Acme"
    for wrong in ("email", "email=maybe", "emial=add"):
        assert run("import", book, path, "--policy", wrong).status == 2
    assert policy_type.POLICIES == import_options.POLICIES


def test_policies_by_field_and_what_becomes_of_lookalikes(
    run: Callable[..., Result], book: Path, tmp_path: Path
) -> None:
    head = "First Name,Last Name,Email,Phone,Notes\n"
    first = _written(tmp_path, "a.csv", f"{head}Anna,Nowak,a@x.example,+48221234567,old\n")
    run("import", book, first)
    second = _written(
        tmp_path, "b.csv", f"{head}Anna,Nowak,a@x.example,+48221234568,new\nJan,Nowak,a@x.example,,\n"
    )
    choices = ("--match", "email", "--policy", "phone=add", "--policy", "note=skip")
    done = run("import", book, second, *choices, "--dry-run")
    assert "1 possible duplicate" in done.out
    assert "b.csv:3: Jan Nowak: New: that address has another name" in done.err
    report = run("import", book, second, *choices, "--lookalikes", "skip", "--json").json
    assert (report["created"], report["updated"], report["skipped"]) == (0, 1, 1)
    [anna] = run("search", book, "nowak", "--json").json
    shown = run("show", book, anna["id"], "--json").json
    assert [phone["value"] for phone in shown["phones"]] == ["+48221234567", "+48221234568"]
    assert shown["note"] == "old"


def test_the_choices_of_the_options_are_those_of_an_import() -> None:
    """They stand in the command line once more, because it loads nothing of an import to tell of them."""
    choices = {option.name: option.type for option in import_command.import_command.params}
    lookalikes = choices["lookalikes"]
    assert isinstance(lookalikes, click.Choice)
    assert tuple(lookalikes.choices) == import_options.LOOKALIKES
