"""What is committed reads the same on every machine and gives nothing of the maker's away."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REGISTRIES = ("py" + "pi", "python" + "hosted", "npm" + "js", "ana" + "conda")
MACHINE_FOLDERS = ("work", "root", "tmp/lab", "home/runner", "opt/" + REGISTRIES[0])
"""Spelt so that this file does not name them itself."""

UNTOLD = {
    "the address of a package registry": re.compile(rf"\b(?:{'|'.join(REGISTRIES)})\.(?:org|com)\b"),
    "a path of one machine": re.compile(rf"(?<![\w.])/(?:{'|'.join(MACHINE_FOLDERS)})/"),
    "the number of a ticket": re.compile(r"\bissue #?\d", re.IGNORECASE),
}


def _committed() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout: there is no list of what is committed")
    files = [ROOT / name for name in listing.stdout.decode().split("\0") if name]
    return [file for file in files if file.is_file()]


@pytest.mark.parametrize("what", UNTOLD)
def test_nothing_committed_names(what: str) -> None:
    told: list[str] = []
    for file in _committed():
        text = file.read_bytes().decode("utf-8", "replace")
        told += [f"{file.relative_to(ROOT)}: {found.group()}" for found in UNTOLD[what].finditer(text)]
    assert not told


def test_the_locks_pin_everything_with_hashes() -> None:
    for lock in (ROOT / "packaging").glob("lock-*.txt"):
        lines = [
            line
            for line in lock.read_text("utf-8").splitlines()
            if line and not line.lstrip().startswith("#")
        ]
        pinned = [line for line in lines if not line.startswith(" ")]
        assert pinned
        assert all(re.match(r"[\w.-]+==[\w.]+ .*\\$", line) for line in pinned)
        assert all(
            re.match(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?$", line) for line in lines if line not in pinned
        )


def test_the_top_level_holds_only_what_it_should() -> None:
    allowed = {"pyproject.toml", "contactbook", "resources", "tests", "packaging", "README.md", "LICENSE"}
    on_top = {file.relative_to(ROOT).parts[0] for file in _committed()}
    assert {name for name in on_top if not name.startswith(".")} <= allowed
