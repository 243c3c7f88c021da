"""The `.venv` beside pyproject.toml: made from the lock files, checked quickly, mended when it differs."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import system_packages
from system_packages import Trouble

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
LOCKS = {"run": ROOT / "packaging" / "lock-run.txt", "dev": ROOT / "packaging" / "lock-dev.txt"}
"""What each set of commands needs: `run` the program itself, `dev` besides that the tools."""

NO_NETWORK = ("NewConnectionError", "name resolution", "getaddrinfo", "ProxyError", "ConnectTimeout")
"""Words of pip by which a missing network shows."""

SYSTEMS = (
    "There are such packages for Linux on x86_64 (glibc 2.34 or newer: Debian 12, Ubuntu 22.04), on aarch64 "
    "(glibc 2.39: Debian 13, Ubuntu 24.04), for Windows on x86_64, and for macOS 14 on Apple silicon."
)


def leave_old_python() -> None:
    """Go on under a newer Python if this one is too old and there is one; otherwise say so."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(20, OLDEST[1] - 1, -1):
        better = shutil.which(f"python3.{minor}")
        if better and subprocess.run([better, "-c", "0"], capture_output=True).returncode == 0:
            sys.exit(subprocess.run([better, *sys.argv]).returncode)
    raise Trouble(
        f"Contactbook needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}), and "
        "there is no newer one in PATH.\nInstall one (from python.org or your system's packages) and start "
        "again with it, for instance\n    python3.13 packaging/dev.py run"
    )


def ready(purpose: str, *, window: bool = False) -> Path:
    """The Python of an environment that has what is needed, made or mended if it must be.

    Args:
        purpose: "run" (the program alone) or "dev" (besides that the tools).
        window: a real window on a Linux display will open, which needs more system packages.

    Raises:
        Trouble: something is missing that only the person can mend; the text says what and how.
    """
    system_packages.ensure(window=window, venv=not _python().exists())
    if not _finished(purpose):
        with _alone():
            if not _finished(purpose):
                _make(purpose)
    return _python()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _digest(purpose: str) -> str:
    """What must be installed, where, by which Python: with any difference the environment is not finished."""
    sources = [LOCKS[purpose].read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT)]
    sources.append(os.fsencode(os.path.realpath(_python())))
    return hashlib.sha256(b"\0".join(sources)).hexdigest()


def _stamp(purpose: str) -> Path:
    return VENV / f"finished-{purpose}"


def _finished(purpose: str) -> bool:
    purposes = ("run",) if purpose == "run" else ("run", "dev")
    return _python().exists() and all(
        _stamp(each).exists() and _stamp(each).read_text() == _digest(each) for each in purposes
    )


def _make(purpose: str) -> None:
    """Bring the environment to what the lock says; without the stamp of an earlier success, from nothing."""
    sound = _python().exists() and _stamp("run").exists() and _same_python()
    if not sound:
        _create()
    purposes = ["run", "dev"] if purpose == "dev" or _stamp("dev").exists() else ["run"]
    stale = [each for each in purposes if not _finished(each)]
    for each in purposes:
        if each in stale:
            _stamp(each).unlink(missing_ok=True)
            count = sum("==" in line for line in LOCKS[each].read_text().splitlines())
            print(f"Installing what '{each}' needs into .venv ({count} packages) ...", flush=True)
            _pip("install", "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", LOCKS[each])
    if "run" in stale:
        _pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT)
    for each in stale:
        _stamp(each).write_text(_digest(each))


def _same_python() -> bool:
    """Whether the environment's own interpreter still starts and finds the packages of its version."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([_python(), "-c", ask], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and Path(answer.stdout.strip()).is_dir()


def _create() -> None:
    print(f"Making .venv with Python {sys.version.split()[0]} ...", flush=True)
    made = subprocess.run(
        [_base_python(), "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise Trouble(f"Python could not make {VENV}:\n{made.stdout}{made.stderr}")


def _base_python() -> str:
    """The interpreter itself, also when this runs inside another environment."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _pip(*arguments: str | Path) -> None:
    command = [_python(), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", *arguments]
    surroundings = {**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    said = (done.stdout + done.stderr).strip()
    if any(word in said for word in NO_NETWORK):
        raise Trouble(
            "The packages could not be fetched: there seems to be no network. Try again when there is."
        )
    end = "\n".join(said.splitlines()[-15:])
    if "No matching distribution" in said:
        end += f"\n\nThere is no ready-made package for this system ({platform.platform()}).\n{SYSTEMS}"
    raise Trouble(f"{end}\n\nThe packages could not be installed; pip's last words stand above.")


@contextmanager
def _alone() -> Generator[None]:
    """Hold the folder, so that two commands started at once do not build one environment over each other."""
    with (ROOT / ".venv.lock").open("a+b") as handle:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def lock() -> None:
    """Write the lock files anew: newest versions, every system, hashes, no address of a registry, no path."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([_base_python(), "-m", "venv", folder], check=True)
        programs = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        compile_ = [programs / "uv", "pip", "compile", "--universal", "--python-version", "3.11", "--upgrade"]
        compile_ += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
        run, dev = (file.relative_to(ROOT).as_posix() for file in LOCKS.values())
        for extra in (
            ["pyproject.toml", "--group", "build", "-o", run],
            ["--group", "dev", "--constraint", run, "-o", dev],
        ):
            subprocess.run([*compile_, *extra, "--quiet"], cwd=ROOT, check=True)
    for file in LOCKS.values():
        if re.search(r"https?://|file:|--index|--find-links|\s/", file.read_text()):
            raise Trouble(f"{file} names an address or a path of this machine; do not commit it.")
