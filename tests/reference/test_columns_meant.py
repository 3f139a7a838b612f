"""Which column a figure means: by its noun, its decimals, the span of time, and the one of all counts."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

SHELTERS = """Night shelters: households and children in shelter at the end of June

Borough,Shelter: households with children 2024,Shelter: number of children 2024,Per 1000 households 2024,\
Per 1000 households 2023
Wexmouth,812,1604,9.4,8.8
Oldbridge,455,871,6.2,7.0
Tarnley,1290,2622,14.1,12.9
All boroughs,2557,5097,10.3,9.9
"""
SCANS = """Scans: patients waiting, by clinic

Clinic,Waiting list,Over 26 weeks,Over 52 weeks
Ashford,4100,612,88
Birchley,2950,377,41
Cedarham,5230,901,167
All clinics,12280,1890,296
"""
CALLS = """Calls by force area: all calls recorded, by kind

Force,Total recorded demand,Noise,Lost property,Nuisance calls
Ambry,48200,6120,3150,9040
Beacon,31750,4410,2205,5980
Copse,20160,2890,1730,4105
All forces,100110,13420,7085,19125
"""
YEARS = """Rate of call-outs per 1000 residents by county

County,2023,2024
Aldshire,41.3,44.8
Bexshire,39.2,36.7
Corshire,52.6,55.1
Dunshire,47.4,51.9
"""


@pytest.mark.parametrize(
    ("table", "text", "figure", "verdict"),
    [
        (SHELTERS, "Tarnley has 1,290 families with children in shelter.", "1,290", "consistent"),
        (SHELTERS, "Tarnley has 2,622 households with children in shelter.", "2,622", "mismatch"),
        (SHELTERS, "Wexmouth has 1,604 children in shelter.", "1,604", "consistent"),
        (SCANS, "At Cedarham 167 patients had been waiting for over a year.", "167", "consistent"),
        (SCANS, "At Ashford 612 patients had been waiting for over a year.", "612", None),
        (SCANS, "At Ashford 612 patients had waited more than six months.", "612", "consistent"),
        (CALLS, "Beacon recorded 31,750 calls.", "31,750", "consistent"),
        (CALLS, "Copse recorded 4,105 nuisance calls.", "4,105", "consistent"),
    ],
)
def test_the_noun_and_the_span_name_the_column(
    table: str, text: str, figure: str, verdict: str | None
) -> None:
    assert verdicts(text, table).get(figure) == verdict


def test_a_decimal_counts_nobody() -> None:
    text = "For every 1,000 households 14.1 are in shelter in Tarnley. Oldbridge stands at 6.2."
    met = verdicts(text, SHELTERS)
    assert met.get("6.2") == "consistent"
    assert "mismatch" not in met.values()


def test_a_new_clause_is_of_the_time_of_the_story_again() -> None:
    text = (
        "Dunshire had 51.9 call-outs per 1,000 residents in 2024, up from 47.4 the year before, while in "
        "Aldshire it was 44.8 and in Corshire {}."
    )
    assert "mismatch" not in verdicts(text.format("55.1"), YEARS).values()
