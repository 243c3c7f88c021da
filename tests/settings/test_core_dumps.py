"""No core dumps."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest.importorskip("resource", reason="limits of a process are a thing of Unix")

LIMITS = "import resource; print(*resource.getrlimit(resource.RLIMIT_CORE))"


def test_a_program_that_forbids_them_leaves_no_dump_of_its_memory() -> None:
    program = f"import contactbook.settings.core_dumps as dumps; dumps.forbid(); {LIMITS}"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.split()[0] == "0"
