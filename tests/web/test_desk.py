"""What people do with a review: decide, correct, note, sign, ask, and find it all again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extractor.web.board import lasting_key
from tests.report.marlowe import BOTH, COMPLEMENT, MAIN, OTHER
from tests.web.served import STORY, Client, served

KEY = re.compile(r'class="card mismatch.*?name="finding" value="([^"]+)"', re.DOTALL)


def key_in(page: str) -> str:
    found = KEY.search(page)
    assert found is not None
    return found[1]


def claim_of(page: str, quote: str) -> str:
    """The id of the figure that is printed so, from the form that corrects it."""
    found = re.search(rf'<summary>“{quote}”.*?name="claim" value="([^"]+)"', page, re.DOTALL)
    assert found is not None
    return found[1]


SLOTS = {"measure": "lettings", "base": "", "place": "England", "period": "2022-23"}


def test_a_pasted_story_is_questioned_at_its_words(client: Client) -> None:
    _, page = client.paste()
    assert re.search(r'class="figure error[^"]*"[^>]*>slightly higher', page)
    assert "would fit" in page.lower()


def test_a_dismissed_finding_folds_wherever_its_words_come_back(tmp_path: Path) -> None:
    with served(tmp_path / "desk.sqlite") as client:
        client.post("/name", {"who": "Ada Fenn"})
        address, page = client.paste()
        client.post(f"{address}/findings", {"finding": key_in(page), "what": "dismiss"})
        again = client.get(address).text
        assert not KEY.search(again)
        assert "dismissed by Ada Fenn" in again
    with served(tmp_path / "desk.sqlite") as client:
        assert KEY.search(client.opened_page(address)) is None
        _, other = client.paste(STORY.replace("Most village halls", "Village halls"))
        assert not KEY.search(other)
        assert "where the same words stood before" in other


def test_a_decision_is_taken_back(client: Client) -> None:
    address, page = client.paste()
    key = key_in(page)
    client.post(f"{address}/findings", {"finding": key, "what": "dismiss"})
    client.post(f"{address}/findings", {"finding": key, "what": "reopen"})
    assert key_in(client.get(address).text) == key


def test_a_corrected_slot_changes_the_finding(tmp_path: Path) -> None:
    with served(tmp_path / "desk.sqlite") as client:
        address, page = client.paste()
        claim = claim_of(page, "57 per cent")
        client.post(f"{address}/claims", {"claim": claim, **SLOTS})
        changed = client.get(address).text
        assert "checked again" in changed
        assert not KEY.search(changed)
    with served(tmp_path / "desk.sqlite") as client:
        assert not KEY.search(client.opened_page(address))
        client.post(f"{address}/claims", {"claim": claim, "undo": "yes"})
        assert KEY.search(client.get(address).text)


def test_a_period_that_nobody_can_read_is_refused(client: Client) -> None:
    address, page = client.paste()
    told = client.post(
        f"{address}/claims", {"claim": claim_of(page, "57 per cent"), "period": "the other day or so"}
    )
    assert told.status == 422
    assert "no period that can be read" in told.text
    assert KEY.search(client.get(address).text)


def test_notes_and_states_say_who_and_when(client: Client) -> None:
    address, page = client.paste()
    key = key_in(page)
    client.post("/name", {"who": "Bea"})
    client.post(f"{address}/findings", {"finding": key, "what": "accept"})
    client.post(f"{address}/findings", {"finding": key, "what": "note", "text": "rang <b>the trust</b>"})
    client.post(f"{address}/findings", {"finding": key, "what": "state", "text": "sent"})
    page = client.get(address).text
    assert "rang &lt;b&gt;the trust&lt;/b&gt;" in page
    assert re.search(r"state: sent <span>Bea, \d+ \w+ \d{4}, \d\d:\d\d</span>", page)
    assert client.post(f"{address}/findings", {"finding": key, "what": "state", "text": "lost"}).status == 422
    assert client.post(f"{address}/findings", {"finding": "k-none", "what": "accept"}).status == 422


def test_a_second_reader_signs_until_something_changes(client: Client) -> None:
    address, page = client.paste()
    client.post("/name", {"who": "Bea"})
    client.post(f"{address}/findings", {"finding": key_in(page), "what": "accept"})
    assert "unreviewed" in client.get(f"{address}/report.html").text
    assert client.post(f"{address}/sign", {"who": "bea"}).status == 422
    client.post(f"{address}/sign", {"who": "Cy Dunn"})
    assert "signed off by Cy Dunn" in client.get(f"{address}/report.html").text
    client.post(f"{address}/findings", {"finding": key_in(page), "what": "reopen"})
    assert "signed off" not in client.get(f"{address}/report.html").text


def test_a_query_asks_and_never_asserts(client: Client) -> None:
    address, page = client.paste()
    assert "Accept a finding first" in client.get(f"{address}/query").text
    client.post(f"{address}/findings", {"finding": key_in(page), "what": "accept"})
    letter = re.search(r"<textarea.*?>(.*?)</textarea>", client.get(f"{address}/query").text, re.DOTALL)
    assert letter is not None
    lines = [line.strip() for line in letter[1].splitlines() if line.strip()]
    assert all(line.endswith(("?", "”", ",")) for line in lines), lines
    client.post(f"{address}/query", {"letter": "Dear Ann,\nmay we ask?"})
    assert "Dear Ann," in client.get(f"{address}/query").text


def test_everything_can_be_taken_away_as_json(client: Client) -> None:
    address, page = client.paste()
    client.post(f"{address}/findings", {"finding": key_in(page), "what": "accept"})
    told = json.loads(client.get(f"{address}/report.json").text)
    assert told["review"]["schema"] == "crossfoot/1"
    assert [e["what"] for e in told["entries"]] == ["accept"]
    assert told["entries"][0]["finding"] in told["keys"].values()


def test_a_removed_work_is_gone(client: Client) -> None:
    address, _ = client.paste()
    assert client.post(f"{address}/remove", {}).status == 303
    assert client.get(address).status == 404


def test_several_files_are_checked_together_and_found_again(tmp_path: Path) -> None:
    files = {"a.txt": STORY.encode(), "b.txt": STORY.replace("320", "300").encode()}
    with served(tmp_path / "desk.sqlite") as client:
        address, page = client.opened(client.drop(files))
        assert page.count('class="chapter"') == 2
    with served(tmp_path / "desk.sqlite") as client:
        assert address in client.get("/").text
        assert client.opened_page(address).count('class="chapter"') == 2


def test_the_key_of_a_finding_outlives_the_name_of_its_document() -> None:
    documents = {d.id: d for d in (MAIN, OTHER)}
    assert lasting_key(COMPLEMENT, documents).startswith("k-")
    keys = {lasting_key(f, documents) for f in BOTH.findings}
    assert len(keys) == len(BOTH.findings) - 1  # two caveats on the same figures go together


def test_nothing_to_check_is_told(client: Client) -> None:
    assert client.post("/works", {"text": "  "}).status == 422
    _, page = client.opened(client.drop({"empty.pdf": b"%PDF-1.4 nothing"}))
    assert "Nothing could be checked" in page


@pytest.mark.parametrize(
    "name", ["<img src=x onerror=alert(1)>.txt", "../../etc/passwd", "a\u202etxt.exe", "*[a]?.txt"]
)
def test_a_hostile_file_name_stays_a_name(client: Client, name: str) -> None:
    _, page = client.opened(client.drop({name: STORY.encode()}))
    assert "<img" not in page
    assert "village halls" in page
