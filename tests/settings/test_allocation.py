"""Memory goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the allocator of Linux is set")

LEFT = """
import resource, threading
import contactbook.settings.allocation as allocation
allocation.give_back()

def held():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()

def work():
    for size in range(200_000, 2_000_000, 100_000):
        large = bytes(size)  # larger than any freed before
        small.append(bytes(1000))
        del large

small = []
before = held()
for _ in range(3):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
print(held() - before)
"""


def test_what_threads_have_freed_is_not_kept() -> None:
    said = subprocess.run([sys.executable, "-c", LEFT], capture_output=True, text=True, check=True)
    assert int(said.stdout) < 1_000_000
