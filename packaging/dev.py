#!/usr/bin/env python3
"""The one developer command of Contactbook; it needs nothing but Python itself.

    python3 packaging/dev.py run [BOOK]     open the window on a sample book (or on BOOK)
    python3 packaging/dev.py test [...]     the tests, offscreen; anything more goes to pytest
    python3 packaging/dev.py check          style, formatting, types, rooms, house rules: all, then a verdict
    python3 packaging/dev.py fix            mend what ruff can mend, and format
    python3 packaging/dev.py shots [...]    draw every screen into shots/
    python3 packaging/dev.py bench [NAME..] the benchmarks; `--fuzz SECONDS` feeds wild bytes to the readers
    python3 packaging/dev.py i18n           collect the texts of the windows and compile the translations
    python3 packaging/dev.py build          wheel and source archive into dist/
    python3 packaging/dev.py lock           pin every package anew, with hashes, for every system

The first start makes `.venv` beside pyproject.toml out of the lock files; later ones find it ready.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import environment
from environment import ROOT
from system_packages import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
SPREAD = ["-n", "auto", "--maxprocesses", "8", "--dist", "worksteal"]
"""More than some files of tests runs on every core (`-n 0` says otherwise)."""

ROOM_NEEDED = (
    "Everything is set up beside the program: put this folder where you may write and where 1 GB is free, "
    "then start again from there."
)


def main(arguments: Sequence[str]) -> int:
    """Do what the first word says with the rest; the exit status is that of the thing done."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    command = COMMANDS.get(arguments[0])
    if command is None:
        print(f"There is no command {arguments[0]!r}. There are: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    try:
        environment.leave_old_python()
        return command(list(arguments[1:]))
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 3
    except OSError as error:
        if not error.filename:
            raise
        print(f"\n{error.filename}: {error.strerror}.\n{ROOM_NEEDED}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def _call(arguments: Sequence[str | Path], extra: dict[str, str] | None = None) -> int:
    """Run a program in the root folder, its output straight to ours."""
    sys.stdout.flush()
    return subprocess.run(arguments, cwd=ROOT, env={**os.environ, **(extra or {})}, check=False).returncode


def _run(arguments: list[str]) -> int:
    screen = sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    python = environment.ready("run", window=screen)
    if screen:
        return _call([python, "-m", "contactbook.app", *(arguments or ["--sample"])])
    folder = ROOT / "shots" / "tour"
    folder.mkdir(parents=True, exist_ok=True)
    print("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.")
    print("Instead, the same actions run without one, and the window is drawn into a picture:\n")
    return _call([python, "-m", "contactbook.app", "--headless-tour", folder], OFFSCREEN)


def _test(arguments: list[str]) -> int:
    some = any((ROOT / argument.partition("::")[0]).is_file() for argument in arguments)
    return _call([environment.ready("dev"), "-m", "pytest", *([] if some else SPREAD), *arguments], OFFSCREEN)


def _check(_arguments: list[str]) -> int:
    python = environment.ready("dev")
    programs = python.parent
    checks: dict[str, list[str | Path]] = {
        "types": [programs / "basedpyright"],
        "style": [programs / "ruff", "check"],
        "formatting": [programs / "ruff", "format", "--check"],
        "rooms": [programs / "lint-imports", "--no-cache", "--no-logo"],
        "house": [python, "-m", "pytest", "-q", "-p", "no:randomly", "tests/test_house"],
    }

    def outcome(command: list[str | Path]) -> subprocess.CompletedProcess[str]:
        surroundings = {**os.environ, **OFFSCREEN, "PYTHONUTF8": "1"}
        return subprocess.run(
            command, cwd=ROOT, env=surroundings, check=False, text=True, encoding="utf-8", errors="replace",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    with ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = dict(zip(checks, pool.map(outcome, checks.values()), strict=True))
    for name, done in outcomes.items():
        if done.returncode:
            print(f"---- {name}\n{done.stdout}")
    for name, done in outcomes.items():
        print(f"{name:12}{'FAILED' if done.returncode else 'ok'}")
    return int(any(done.returncode for done in outcomes.values()))


def _fix(_arguments: list[str]) -> int:
    ruff = environment.ready("dev").parent / "ruff"
    left = _call([ruff, "check", "--fix"])
    return _call([ruff, "format"]) or left


def _shots(arguments: list[str]) -> int:
    return _call([environment.ready("dev"), "-m", "tests.shots", *arguments], OFFSCREEN)


def _bench(arguments: list[str]) -> int:
    python = environment.ready("dev")
    if arguments[:1] == ["--fuzz"]:
        return _call([python, "-m", "tests.bench.fuzz_vcard", *arguments[1:]])
    folder = ROOT / "tests" / "bench"
    known = sorted(file.stem for file in folder.glob("*.py") if "\ndef main(" in file.read_text("utf-8"))
    unknown = [name for name in arguments if name not in known]
    if unknown:
        raise Trouble(f"No benchmark {', '.join(unknown)}. There are: {', '.join(known)}.")
    names = arguments or [name for name in known if not name.startswith("fuzz_")]
    return max([_call([python, "-m", f"tests.bench.{name}"], OFFSCREEN) for name in names], default=0)


def _i18n(_arguments: list[str]) -> int:
    programs = environment.ready("run").parent
    catalogues = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
    sources = [file.relative_to(ROOT) for file in sorted((ROOT / "contactbook").rglob("*.py"))]
    for catalogue in catalogues:
        collected = _call([programs / "pyside6-lupdate", *sources, "-ts", catalogue.relative_to(ROOT)])
        compiled = collected or _call([programs / "pyside6-lrelease", catalogue.relative_to(ROOT)])
        if compiled:
            return compiled
    print(f"{len(catalogues)} translations in resources/i18n")
    return 0


def _build(_arguments: list[str]) -> int:
    return _call([environment.ready("run"), "-m", "hatchling", "build", "-d", "dist"])


def _lock(_arguments: list[str]) -> int:
    environment.lock()
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": _run,
    "test": _test,
    "check": _check,
    "fix": _fix,
    "shots": _shots,
    "bench": _bench,
    "i18n": _i18n,
    "build": _build,
    "lock": _lock,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
