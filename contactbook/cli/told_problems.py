"""Tells a problem: what happened, why, and what to do; also as JSON."""

from __future__ import annotations

import json as json_format
from typing import TYPE_CHECKING

import click

from contactbook.cli.safe_text import line
from contactbook.wording import problems

if TYPE_CHECKING:
    from contactbook.domain.problems import Problem


def tell(problem: Problem, *, json: bool) -> None:
    """Write the problem to standard error, and with `json` the one JSON document to standard output."""
    sentence = problems.sentence(problem)
    if json:
        told = {"code": problem.code, "what": sentence.what, "why": sentence.why, "remedy": sentence.remedy}
        click.echo(json_format.dumps({"problem": told}, ensure_ascii=False, indent=2))
    text = " ".join(part for part in (sentence.what, sentence.why, sentence.remedy) if part)
    click.echo(f"contactbook: {line(text)}", err=True)
