"""Figures that are something else than the cells found for them make, by their sentence or own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.read import document_from_text

ROOMS = """Hotels by district, 2024
District,Establishments,Rooms,Nights sold (000s)
Harbourside,92,6624,371.8
Beaches,128,7552,512.4
Oldtown,31,1209,88.1
All districts,251,15385,972.3
"""
COURTS = """Court rolls by seat,,,,,,
Seat,Cases outstanding,,Older than 12 months,,Clearance rate (%),Enrolled
,2024,2025,Number 2025,% 2025,2024/25,2024/25
Estrand,1204,1310,410,31.3,109.9,2204
Komatir,3183,3809,1577,41.4,88.4,5417
Selby,960,931,225,24.2,97.2,1893
"""
HOMES = """Children and homes by agency
Agency,Children in care 2020,Children in care 2024,Children in care 2025
Etobira,815,764,730
Oakmount,594,506,538
All agencies,8334,7177,7239
"""
PARTED = """Recycling by borough,,
Borough,Rate (%) 2020,Rate (%) 2024
Barling,31.1,32.6
All North,37.5,40.2
,,
Norbiton,37.7,33.5
All South,37.9,36.3
"""


def questioned(text: str, table: str, folder: Path) -> set[str]:
    """The figures and phrases that the table questions."""
    path = folder / "table.csv"
    path.write_text(table, encoding="utf-8")
    review = pipeline.review_documents([document_from_text(text)], references=(path,))
    found = (f.relation.roles[0].value for f in review.findings if f.verdict == "mismatch")
    return {v.figure.text if hasattr(v, "figure") else v.text for v in found}


@pytest.mark.parametrize(
    ("text", "table"),
    [
        (
            "Harbourside has the most stock after the Beaches, 6,624 rooms in 92 establishments, or 72 each.",
            ROOMS,
        ),
        ("Komatir's roll swelled, and the clearance rate there, 88.4%, was the lowest of any seat.", COURTS),
        ("Estrand cleared 109.9% of what came in. Selby had a clearance rate of 97.2%.", COURTS),
        ("The number in care went up to 7,239, although that is still 1,095 lower than in 2020.", HOMES),
        ("Some 33.5 per cent of waste in the borough was recycled in 2024 in Norbiton.", PARTED),
    ],
)
def test_what_is_accounted_for_is_not_questioned(text: str, table: str, tmp_path: Path) -> None:
    assert questioned(f"Figures\n\n{text}", table, tmp_path) == set()


def test_a_blank_row_parts_no_table_without_heads(tmp_path: Path) -> None:
    text = "Figures\n\nIn Norbiton the rate was 33.7 per cent in 2020."
    assert questioned(text, PARTED, tmp_path) == {"33.7 per cent"}
