"""The command: where it listens, what it asks of strangers, and that it ends when told."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor import cli
from extractor.web.serve import Settings, default_store
from tests.web.served import Client


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.0.0.2", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("192.168.1.7", False),
        ("desk.example", False),
    ],
)
def test_only_a_local_page_goes_without_a_token(host: str, local: bool) -> None:
    settings = Settings(host)
    assert settings.is_local is local
    assert (settings.asked_token is None) is local
    assert Settings(host, token="swordfish").asked_token == "swordfish"


def test_work_is_kept_where_the_user_keeps_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_store() == tmp_path / "crossfoot" / "desk.sqlite"
    assert default_store().parent.stat().st_mode & 0o077 == 0


def test_the_command_serves_and_ends(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "extractor", "serve", "--port", str(port)]
    started = subprocess.Popen(
        [*command, "--store", str(tmp_path / "desk.sqlite"), "--token", "swordfish"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert started.stdout is not None
    assert started.stdout.readline() == f"http://127.0.0.1:{port}/?token=swordfish\n"
    client = Client(port)
    for _ in range(100):
        try:
            assert client.get("/").status == 401
            break
        except ConnectionRefusedError:
            time.sleep(0.1)
    assert client.get("/", {"Authorization": "Bearer swordfish"}).status == 200
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=30)
    assert (out, err) == ("", "")
    assert started.returncode in (0, 130)


def test_store_and_no_store_exclude_each_other(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["serve", "--no-store", "--store", str(tmp_path / "a.sqlite")]) == 2
    assert "--no-store" in capsys.readouterr().err


def test_a_store_that_cannot_be_made_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["serve", "--store", str(tmp_path / "none" / "a.sqlite")]) == 2
    assert "name a file that can be written" in capsys.readouterr().err
