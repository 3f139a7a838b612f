"""Who tells the same news: rewritings meet by their numbers and names, and the rest stays apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.audit.run import audit
from extractor.audit.store import Store

GOLD = Path(__file__).resolve().parents[2] / "gold"
RELEASE = """Ferry line carries 48,310 passengers in July

Rathmoyle Ferries carried 48,310 passengers between Inchkenny and the mainland in July.

Takings on the route came to £612,400, the company's chairman, Fergal Mulhern, told shareholders.
"""
REWRITTEN = """Island boats do a roaring trade

More people than ever took the boat to Inchkenny this summer. In July alone Fergal Mulhern's Rathmoyle fleet
counted 48,310 passengers and banked £612,400 from the route.
"""
OTHERS = (
    "Parade draws 48,000\n\nSome 48,000 people watched the parade in Dunlavin, and 31 stalls sold food.\n",
    "Rents up 4 per cent\n\nRents in Kilbarry rose 4 per cent to €1,310 a month, the tenants' league said.\n",
    "Rain returns\n\nRain fell on 12 days of July in Inchkenny, twice as many as in June.\n",
)


def told_together(folder: Path, store: Path) -> list[set[str]]:
    """The names of the files of each cluster."""
    query = "SELECT c.id, d.name FROM clusters c JOIN documents d USING (content) ORDER BY c.id"
    with Store.open(store, create=True) as kept:
        audit([str(folder)], kept)
        found: dict[object, set[str]] = {}
        for cluster, name in kept.rows(query):
            found.setdefault(cluster, set()).add(str(name))
    return list(found.values())


def test_a_release_and_its_rewriting_meet_and_others_do_not(tmp_path: Path) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    for number, text in enumerate((RELEASE, REWRITTEN, *OTHERS)):
        (folder / f"{number}.txt").write_text(text)
    assert told_together(folder, tmp_path / "s.sqlite") == [{"0", "1"}]


@pytest.mark.parametrize(
    ("files", "needed"),
    [
        (("seed-wigan", "seed-wiltshire"), {"seed-wigan", "seed-wiltshire"}),
        (("sets/levy/a", "sets/levy/b", "sets/levy/c"), {"a", "b", "c"}),
        (("sets/school-budgets/a", "sets/school-budgets/b", "sets/school-budgets/c"), {"a", "b"}),
    ],
)
def test_gold_siblings_meet(files: tuple[str, ...], needed: set[str], tmp_path: Path) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    for file in (*files, "c-ctl-dams", "c-ctl-wind", "c-ctl-court"):
        text = json.loads((GOLD / f"{file}.json").read_text(encoding="utf-8"))["text"]
        (folder / f"{Path(file).name}.txt").write_text(text, encoding="utf-8")
    found = told_together(folder, tmp_path / "s.sqlite")
    assert len(found) == 1
    assert needed <= found[0]
    assert not found[0] & {"c-ctl-dams", "c-ctl-wind", "c-ctl-court"}


@pytest.mark.parametrize(("town", "met"), [("Kilcarra", [{"0", "1"}]), ("Wales", [])])
def test_one_number_is_enough_beside_the_name_of_a_town(
    town: str, met: list[set[str]], tmp_path: Path
) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    told = (
        f"Buskers back on the pier\n\nThe museum in {town} welcomed 71,595 visitors in the summer.\n",
        f"A year of queues\n\nIn {town}, the museum's doors let in 71,595 visitors, its keeper told us.\n",
    )
    for number, text in enumerate((*told, *OTHERS)):
        (folder / f"{number}.txt").write_text(text)
    assert told_together(folder, tmp_path / "s.sqlite") == met
