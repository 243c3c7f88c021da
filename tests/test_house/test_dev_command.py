"""The developer command where it cannot work: it says what is wrong and what to do, without a traceback."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "Ein Pfäd mit Leerzeichen"
    shutil.copytree(ROOT / "packaging", folder / "packaging")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / ".venv.lock").mkdir()
    command = [sys.executable, folder / "packaging" / "dev.py", "test"]
    done = subprocess.run(command, cwd="/", capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert str(folder / ".venv.lock") in done.stderr
    assert "put this folder where you may write" in done.stderr
    assert "Traceback" not in done.stderr
