"""Tells a problem: what happened, why, and what to do; also as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.output import print_json
from contactbook.cli.safe_text import line
from contactbook.wording import problems

if TYPE_CHECKING:
    from contactbook.domain.problems import Problem


def tell(problem: Problem, *, json: bool) -> None:
    """Write the problem to standard error, and with `json` the one JSON document to standard output."""
    sentence = problems.sentence(problem)
    if json:
        print_problem(problem.code, sentence.what, sentence.why, sentence.remedy)
    text = " ".join(part for part in (sentence.what, sentence.why, sentence.remedy) if part)
    click.echo(f"contactbook: {line(text)}", err=True)


def print_problem(code: str, what: str, why: str, remedy: str) -> None:
    """The one JSON document of a run that did not do what was asked."""
    print_json({"problem": {"code": code, "what": what, "why": why, "remedy": remedy}})
