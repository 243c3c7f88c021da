"""What pip cannot bring: the libraries of the system that Qt loads, and Debian's separate venv module."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

QT_ANYWHERE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Library -> its Debian package: what PySide6-Essentials loads even to draw offscreen (tried one by one)."""

QT_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a window on an X11 display needs besides."""


class Trouble(Exception):
    """Something the person has to mend; the text says what it is and how."""


def ensure(*, window: bool, venv: bool) -> None:
    """See to it that the system has what is needed: Qt's libraries, and with `venv` Python's own venv module.

    Raises:
        Trouble: something is missing and may not be installed from here.
    """
    if sys.platform != "linux":
        return
    wanted = {**QT_ANYWHERE, **QT_WINDOW} if window else QT_ANYWHERE
    missing = {library: package for library, package in wanted.items() if not _loads(library)}
    if venv and not importlib.util.find_spec("ensurepip"):
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        missing[f"the venv module of {sys.executable}"] = f"{version}-venv"
    if missing:
        _install(sorted(missing.values()), f"Not on this system yet: {', '.join(missing)}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(packages: list[str], why: str) -> None:
    apt = shutil.which("apt-get")
    if not apt:
        raise Trouble(f"{why}.\nInstall what holds them here; in Debian's words: {' '.join(packages)}")
    command = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(packages)}"
    if os.geteuid() != 0:
        raise Trouble(f"{why}.\nInstall that with:\n    sudo sh -c '{command}'")
    print(f"{why}.\nInstalling {' '.join(packages)} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, shell=True, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        end = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise Trouble(f"{end}\n\nThe system packages could not be installed. Try by hand:\n    {command}")
