from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtNetwork import QLocalSocket

from contactbook.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def test_the_second_hands_its_files_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    name = str(tmp_path / "window")
    first = SingleInstance(name=name)
    assert not first.hand_over([])
    first.listen()
    second = SingleInstance(name=name)
    files = [tmp_path / "a.vcf", tmp_path / "Book.contactbook"]
    with qtbot.waitSignal(first.handed_over) as heard:
        assert second.hand_over(files)
    assert heard.args == [files]
    first.close()
    assert not second.hand_over(files)


def test_what_is_no_list_of_paths_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(name=str(tmp_path / "window"))
    first.listen()
    for message in (b"\xff\xfe", b'{"quit": 1}', b"[1, 2]"):
        socket = QLocalSocket()
        socket.connectToServer(str(tmp_path / "window"))
        assert socket.waitForConnected(500)
        socket.write(message)
        socket.flush()
        with qtbot.assertNotEmitted(first.handed_over, wait=30):
            socket.disconnectFromServer()
    first.close()


def test_without_a_folder_every_start_is_the_first(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "file" / "below"))
    lonely = SingleInstance()
    lonely.listen()
    assert not lonely.hand_over([])
    lonely.close()
