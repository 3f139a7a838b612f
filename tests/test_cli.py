"""The command line: what goes to which stream, and every way to end with its own status."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen import canvas

from extractor import cli, pipeline
from extractor.cli.writing import Colour
from extractor.cli.writing import coloured as coloured_report
from extractor.errors import ModelError
from extractor.model import Problem, Review
from extractor.read import ReadOptions
from tests.report.marlowe import BOTH, COMPLEMENT, REVIEW, SAME, UNIT

CLEAN = replace(REVIEW, findings=(SAME,))
WARNED = replace(REVIEW, findings=(SAME, UNIT))
BROKEN = replace(REVIEW, findings=(SAME,), errors=(Problem("gone.txt", "no such file"),))


@dataclass
class Runner:
    """Runs command lines over a review made by hand, and keeps what the pipeline was asked."""

    monkeypatch: pytest.MonkeyPatch
    asked: list[tuple[tuple[str, ...], dict[str, Any]]] = field(default_factory=list)

    def __call__(self, *arguments: str, review: Review = REVIEW) -> int:
        return self.calling(lambda: review, *arguments)

    def calling(self, make: Callable[[], Review], *arguments: str) -> int:
        def stage(*stories: str, **options: Any) -> Review:
            self.asked.append((stories, options))
            return make()

        self.monkeypatch.setattr(pipeline, "check", stage)
        self.monkeypatch.setattr(pipeline, "claims", stage)
        return cli.run(list(arguments))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Runner]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    with warnings.catch_warnings():
        yield Runner(monkeypatch)
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize(
    ("review", "fail_on", "status"),
    [
        (CLEAN, "error", 0),
        (REVIEW, "error", 1),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (BROKEN, "error", 2),
        (replace(REVIEW, errors=BROKEN.errors), "error", 2),
        (Review(), "error", 0),
    ],
    ids=["clean", "error", "warning", "warning asked", "unreadable", "unreadable and error", "nothing"],
)
def test_the_exit_status_of_check(run: Runner, review: Review, fail_on: str, status: int) -> None:
    assert run("check", "story.txt", "--fail-on", fail_on, review=review) == status


def test_what_was_settled_is_left_out_and_told(
    run: Runner, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settled = tmp_path / "settled.txt"
    settled.write_text(f"{COMPLEMENT.id} # asked on Monday\n{SAME.id}\n", encoding="utf-8")
    assert run("check", "story.txt", "--ignore", str(settled)) == 0
    out, err = capsys.readouterr()
    assert "Check first" not in out
    assert err == "crossfoot: 1 settled before and left out; without --ignore they are shown\n"


def test_a_note_is_no_reason_to_fail(run: Runner) -> None:
    noted = replace(REVIEW, findings=(replace(COMPLEMENT, severity="note"),))
    assert run("check", "story.txt", "--fail-on", "warning", review=noted) == 0


def test_claims_ends_with_0_whatever_was_found(run: Runner) -> None:
    assert run("claims", "story.txt") == 0
    assert run("claims", "story.txt", review=BROKEN) == 2


def test_the_report_goes_out_and_the_problems_to_standard_error(
    run: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "a", "b", "c", review=BOTH) == 2
    out, err = capsys.readouterr()
    assert "Check first" in out
    assert err.splitlines() == [
        "crossfoot: missing.txt: no such file; check the path",
        "crossfoot: feed.jsonl, line 7: not JSON",
    ]


def test_a_problem_is_one_line_and_steers_no_terminal(
    run: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = Problem("a\nb\x1b[2J.txt", "bad\r\nbytes\u202e")
    run("check", "x", review=replace(CLEAN, errors=(problem,)))
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "crossfoot: a b�[2J.txt: bad bytes�"


def test_the_options_reach_the_pipeline(run: Runner) -> None:
    options = ("--published", "2024-05-31", "--policy", "p.toml", "--model", "m", "--reference", "t.csv")
    limits = ("--password", "secret", "--time-limit", "7.5", "--size-limit", "9")
    run("check", "a.txt", "-", *options, *limits)
    asked = {"published": date(2024, 5, 31), "policy": Path("p.toml"), "model": "m"}
    reading = ReadOptions(seconds=7.5, size=9, password="secret")
    assert run.asked == [(("a.txt", "-"), {**asked, "references": (Path("t.csv"),), "reading": reading})]


def test_a_limit_of_nought_is_refused(run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "a.txt", "--time-limit", "0") == 2
    assert "must be above nought" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "claims"])
def test_json_is_the_whole_output(run: Runner, capsys: pytest.CaptureFixture[str], command: str) -> None:
    run(command, "a", "--format", "json")
    assert json.loads(capsys.readouterr().out)["documents"][0]["id"] == "marlowe"


def test_jsonl_and_csv(run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "a", "--format", "jsonl")
    assert json.loads(capsys.readouterr().out.splitlines()[0])["id"] == "marlowe"
    run("claims", "a", "--format", "csv")
    assert capsys.readouterr().out.startswith("document,source,")


def test_what_is_not_printed_is_told_in_a_table_alone(
    run: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("claims", "a", "--missing", "--format", "csv") == 0
    assert ",not_printed\n" in capsys.readouterr().out
    assert run("claims", "a", "--missing", "--format", "json") == 2
    assert "--missing --format json: in JSON a slot that is not printed is null" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("shape", "start"),
    [("html", "<!doctype html>"), ("md", "# More than 400"), ("csv", "document,number,where,figure")],
)
def test_reports_to_keep(run: Runner, capsys: pytest.CaptureFixture[str], shape: str, start: str) -> None:
    assert run("check", "a", "--format", shape) == 1
    assert capsys.readouterr().out.startswith(start)


def test_an_excerpt_leaves_the_text_out(run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "a", "--format", "html", "--excerpt")
    assert "Across the country" not in capsys.readouterr().out
    run("check", "a", "--format", "html")
    assert "Across the country" in capsys.readouterr().out


def test_all_shows_what_agrees(run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", "a")
    assert "260 / 410" not in capsys.readouterr().out
    run("check", "a", "--all")
    assert "260 / 410" in capsys.readouterr().out


def test_output_goes_to_a_file(run: Runner, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.txt"
    assert run("check", "a", "--output", str(report)) == 1
    assert capsys.readouterr().out == ""
    assert "Check first" in report.read_text(encoding="utf-8")
    assert "\x1b" not in report.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_to_is_told_before_the_work(
    run: Runner, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "a", "-o", str(tmp_path / "gone" / "report.txt")) == 2
    assert run.asked == []
    assert "create it first" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "environment", "coloured"),
    [
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
        ("auto", {}, False),
    ],
)
def test_colour(
    run: Runner,
    capsys: pytest.CaptureFixture[str],
    option: str,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in environment.items():
        run.monkeypatch.setenv(name, value)
    run("check", "a", "--color", option)
    assert ("\x1b[" in capsys.readouterr().out) is coloured


@pytest.mark.parametrize(
    ("variable", "value", "coloured"),
    [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False), ("TERM", "xterm", True)],
)
def test_a_terminal_is_coloured_unless_it_asks_not_to_be(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, coloured: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv(variable, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert coloured_report(Colour.auto, None) is coloured
    assert not coloured_report(Colour.auto, Path("report.txt"))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["check"], "STORY"),
        (["check", "a", "--format", "odt"], "odt"),
        (["check", "a", "--published", "May 2024"], "May 2024"),
        (["chek", "a"], "chek"),
        (["check", "a", "--fail-on", "note"], "note"),
        (["check", "a", "--nonsense"], "--nonsense"),
    ],
)
def test_bad_arguments_are_told_in_one_line(
    run: Runner, capsys: pytest.CaptureFixture[str], arguments: list[str], named: str
) -> None:
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert named in line
    assert line.endswith("(see crossfoot --help)")


def failing(error: BaseException) -> Callable[[], Review]:
    def fail() -> Review:
        raise error

    return fail


def test_an_error_of_ours_is_told_and_ends_with_2(run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.calling(failing(ModelError("no model; run: pip install it")), "check", "a") == 2
    assert capsys.readouterr().err == "crossfoot: no model; run: pip install it\n"


def test_a_crash_is_a_bug_and_never_1(run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.calling(failing(KeyError("slot")), "check", "a") == 70
    (line,) = capsys.readouterr().err.splitlines()
    assert "internal error, KeyError: 'slot'. This is a bug" in line


def test_debug_shows_where_it_crashed(run: Runner, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.calling(failing(KeyError("slot")), "check", "a", "--debug") == 70
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_is_no_crash(run: Runner) -> None:
    assert run.calling(failing(KeyboardInterrupt()), "check", "a") == 130


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], ["claims", "-h"]])
def test_help_and_version_end_with_0(
    run: Runner, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(*arguments) == 0
    out, err = capsys.readouterr()
    assert out.startswith(("crossfoot 0.", "Usage: crossfoot"))
    assert err == ""


def command(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """The command as a user runs it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "extractor", *arguments], text=True, capture_output=True, check=False, **more
    )


def test_the_module_runs_as_the_command_does() -> None:
    assert command("--version").stdout.startswith("crossfoot 0.")


def test_a_reader_that_goes_away_is_no_crash(tmp_path: Path) -> None:
    code = (
        "import sys; from extractor import cli, pipeline; from tests.report.marlowe import BOTH;"
        "pipeline.check = lambda *a, **k: BOTH;"
        "sys.exit(cli.run(['check', 'a', '--format', 'json']))"
    )
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, "")


def test_an_output_that_cannot_show_a_sign_gets_a_stand_in(tmp_path: Path) -> None:
    code = (
        "import sys; from extractor import cli, pipeline; from tests.report.marlowe import REVIEW;"
        "pipeline.check = lambda *a, **k: REVIEW; sys.exit(cli.run(['check', 'a']))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1
    assert b"-- Check first ---" in ran.stdout
    assert ran.stdout.isascii()


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files that cannot be read, each in its own way, and one that can."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "french.txt").write_text(
        "La ville a enregistré 330 épisodes, selon les chiffres de la mairie. Le taux est légèrement "
        "supérieur à la moyenne nationale, qui est de 44 pour cent dans tout le pays depuis un an.",
        encoding="utf-8",
    )
    scan = canvas.Canvas(str(folder / "scan.pdf"))
    scan.rect(10, 10, 100, 100, fill=1)
    scan.save()
    (folder / "feed.jsonl").write_text(
        '{"id": "one", "text": "The council took 50 calls last year, it said on Monday."}\n'
        "not json\n"
        '{"id": "two", "text": "The council took 60 calls this year, it said on Monday."}\n'
    )
    (folder / "latin.txt").write_bytes("The café sold 40 cups, the owner said on Monday.".encode("cp1252"))
    return folder


def test_bad_input_is_told_line_by_line_and_the_good_still_reported(bad: Path) -> None:
    names = ["gone.txt", "empty.txt", "binary.txt", "french.txt", "scan.pdf", "feed.jsonl", "latin.txt"]
    ran = command("check", *names, "--format", "json", cwd=bad)
    assert ran.returncode == 2
    told = ran.stderr.splitlines()
    assert [line.split(": ")[1] for line in told] == [*names[:5], "feed.jsonl, line 2"]
    reported = json.loads(ran.stdout)
    assert [d["id"] for d in reported["documents"]] == ["one", "two", "latin"]
    assert "café" in reported["documents"][2]["text"]
    assert len(reported["errors"]) == 6


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gone.txt", "no such file"),
        ("empty.txt", "empty"),
        ("binary.txt", "binary"),
        ("french.txt", "French"),
        ("scan.pdf", "no text"),
    ],
)
def test_each_says_why(bad: Path, name: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", str(bad / name), "--debug"]) == 2
    out, err = capsys.readouterr()
    (line,) = err.splitlines()
    assert why in line
    assert out == ""


def test_a_text_too_long_to_check_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "huge.txt").write_text("The council took 330 calls in the year, it said.\n" * 1_000_000)
    assert cli.run(["check", str(tmp_path / "huge.txt"), "--debug"]) == 2
    assert "MB" in capsys.readouterr().err


def test_standard_input_is_a_story() -> None:
    ran = command("check", "-", input="The council took 330 calls in a year, it said on Monday.\n")
    assert ran.returncode == 0
    assert "0 of 1 figure could be cross-checked" in ran.stdout


#: Packages that take long to import; each is only for some commands.
HEAVY = {"spacy", "numpy", "pandas", "pdfplumber", "pyarrow", "duckdb", "trafilatura", "openpyxl", "fastapi"}


def loaded(*arguments: str) -> set[str]:
    """Which heavy packages a command has imported when it is done."""
    code = (
        "import sys; from extractor import cli; cli.run(sys.argv[1:]);"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return HEAVY & set(ran.stderr.split())


def test_help_loads_no_heavy_package() -> None:
    assert loaded("--help") == set()


def test_checking_a_story_loads_the_model_and_no_other_heavy_package(root: Path) -> None:
    assert loaded("check", str(root / "corpora" / "demo" / "noise-complaints.txt")) == {"spacy", "numpy"}


def test_main_ends_the_process_with_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "run", lambda: 2)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("typed", "offered"), [("crossfoot che", {"check"}), ("crossfoot check --fail-o", {"--fail-on"})]
)
def test_the_shell_is_told_how_a_word_may_go_on(typed: str, offered: set[str]) -> None:
    asked = {"_CROSSFOOT_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    ran = subprocess.run(
        [sys.executable, "-m", "extractor"],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(ran.stdout.split()) == offered
