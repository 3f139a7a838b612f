"""What an auditor reads: both sides of a dispute, nobody ranked, nobody's copy counted twice."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import duckdb
import pytest

from extractor.audit.overview import Overview, overview
from extractor.audit.page import render_page, write_tables
from extractor.audit.run import audit
from extractor.audit.store import Store
from extractor.cli import run
from tests.audit.test_audit import RAIN, STORY


def article(name: str, outlet: str, day: str, text: str) -> str:
    return json.dumps({"id": name, "outlet": outlet, "published": day, "text": text})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agency's story, a reprint, a rewriting that agrees, one that differs; rain; a file that is none."""
    folder = tmp_path_factory.mktemp("press")
    told = STORY.format(n=412)
    lines = [
        article("agency", "Wire", "2025-03-01", told),
        article("reprint", "Argus", "2025-03-02", told),
        article("edited", "Bugle", "2025-03-02", told + "\nNo more is planned.\n"),
        article("slip", "<b>Echo</b>", "2025-03-02", STORY.format(n=421)),
        article("rain", "=1+1", "2025-03-02", RAIN),
    ]
    (folder / "press.jsonl").write_text("\n".join(lines))
    (folder / "broken.pdf").write_bytes(b"\x00\x01")
    made = folder / "audit.sqlite"
    with Store.open(made, create=True) as kept:
        audit([str(folder / "press.jsonl"), str(folder / "broken.pdf")], kept)
    return made


@pytest.fixture
def seen(store: Path) -> Overview:
    with Store.open(store) as kept:
        return overview(kept)


def test_a_dispute_shows_every_side_with_its_outlets(seen: Overview) -> None:
    quotes = [{side.quote for side in dispute.sides} for dispute in seen.disputes]
    assert {"412", "421"} in quotes
    outlets = {o for d in seen.disputes for s in d.sides for o in s.outlets}
    assert {"Wire", "Argus", "Bugle", "<b>Echo</b>"} >= outlets
    assert "<b>Echo</b>" in outlets


def test_an_agencys_text_counts_where_it_came_out_first(seen: Overview) -> None:
    own = {row.name: (row.documents, row.own_texts) for row in seen.outlets}
    assert own["Wire"] == (1, 1)
    assert own["Argus"] == (1, 0)
    assert [row.name for row in seen.outlets] == sorted(own)


def test_only_what_a_person_reviewed_becomes_a_rate(store: Path, seen: Overview, tmp_path: Path) -> None:
    assert all(row.interval is None for row in seen.outlets)
    copy = tmp_path / "copy.sqlite"
    with Store.open(store) as kept:
        kept.connection.execute("VACUUM INTO ?", (str(copy),))
    with Store.open(copy) as kept:
        ((finding,),) = kept.rows(
            "SELECT min(id) FROM findings WHERE verdict = 'mismatch' AND scope IN (SELECT id FROM clusters)"
        )
        kept.decide(str(finding), "accepted", "editor", "2025-03-03")
        rated = [row for row in overview(kept).outlets if row.interval is not None]
        assert rated
        assert all(0 < low < high < 100 for low, high in (row.interval or (0, 0) for row in rated))
        kept.decide(str(finding), "dismissed", "editor", "2025-03-04")
        assert len(overview(kept).disputes) <= len(seen.disputes)
        assert all(row.interval is None for row in overview(kept).outlets)


def test_the_page_escapes_loads_nothing_and_ranks_nobody(seen: Overview) -> None:
    page = render_page(seen, "Spring & summer")
    assert "<b>Echo</b>" not in page
    assert "&lt;b&gt;Echo" in page
    assert "Spring &amp; summer" in page
    assert not re.search(r"(?:src|href)=[\"'](?:https?:|//)", page)
    assert "unreviewed" in page
    assert "not by rank" in page
    assert not re.search(r"\b(?:wrong|false|misleading|worst|best)\b", page, re.IGNORECASE)


def test_the_tables_say_the_same_as_csv_and_parquet(seen: Overview, tmp_path: Path) -> None:
    write_tables(seen, tmp_path)
    rows = list(csv.DictReader((tmp_path / "outlets.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["outlet"] for row in rows} >= {"Wire", "'=1+1"}
    with duckdb.connect() as engine:
        told = engine.read_parquet(str(tmp_path / "outlets.parquet")).fetchall()
        sides = engine.read_parquet(str(tmp_path / "disputes.parquet")).fetchall()
    assert len(told) == len(rows)
    assert len(sides) == sum(len(d.sides) for d in seen.disputes)


def test_the_command_writes_the_page(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "audit.html"
    assert run(["report", str(store), "-o", str(page), "--tables", str(tmp_path / "t")]) == 0
    assert "printed differently" in capsys.readouterr().out
    assert "<!doctype html>" in page.read_text(encoding="utf-8")
    assert run(["report", str(tmp_path / "none.sqlite"), "-o", str(page)]) == 2
