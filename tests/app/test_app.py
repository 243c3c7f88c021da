from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from contactbook import app

ROOT = Path(__file__).resolve().parents[2]


def test_the_tour_does_the_main_job_without_a_screen(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "contactbook.app", "--headless-tour", str(tmp_path / "tour")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Imported 58 contacts" in done.stdout
    assert "Helsinki Tool Library" in done.stdout
    for name, _mode in app.TOUR_PICTURES:
        picture = tmp_path / "tour" / name
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert str(picture) in done.stdout


def test_a_wrong_option_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.main(["--no-such-thing"])
    assert ended.value.code == 2
    assert "--headless-tour" in capsys.readouterr().err
