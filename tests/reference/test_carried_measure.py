"""Changes and shares that name no measure, and levels that go on in one time."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

HOMES = """District,Homes built 2022,Homes built 2023,Homes built 2024,Homes sold 2024
Aldane,512,480,431,366
Birch Ness,640,655,702,590
Corrow,318,402,377,240
Durley,1204,1130,1260,1011
Elm Vale,255,301,288,199
All districts,2929,2968,3058,2406
"""
NURSES = """Health board,Nurses 2023,Nurses 2024,Vacant posts (%) 2023,Vacant posts (%) 2024
Ardmore,2144,2230,8.2,7.5
Brannoch,3871,3702,9.9,11.3
Clova,1290,1411,6.1,5.8
Dunsyre,954,918,12.4,13.0
All boards,8259,8261,9.0,9.2
"""
CATCH = """Port,Landed (tonnes) 2021,Landed (tonnes) 2022,Landed (tonnes) 2023,Value (£000) 2023
Arnvik,48210,45116,47702,61250
Brusa,23311,25940,22087,30114
Colhaven,9120,8844,10236,19870
Drum,6412,6013,5577,8104
All ports,87053,85913,85602,119338
"""
REGIONS = """Region / council,Homes let 2022,Homes let 2023,Homes sold 2022,Homes sold 2023
NORTHERN,1200,1324,410,377
Ardle,500,560,120,101
Brae,400,380,190,196
Cairn,300,384,100,80
EASTERN,990,957,355,389
Dunmore,450,410,155,160
Esk,290,299,120,137
Fenby,250,248,80,92
SOUTHERN,1510,1602,600,512
Gale,700,715,240,201
Hythe,510,570,260,215
Inver,300,317,100,96
Total,3700,3883,1365,1278
"""
RIGHT, WRONG = "consistent", "mismatch"
CASES = [
    (
        HOMES,
        "Durley built 1,260 homes in 2024, Aldane 431. In Birch Ness the number rose 7.2 per cent on 2023.",
        {"7.2 per cent": RIGHT},
    ),
    (
        HOMES,
        "Durley built 1,260 homes in 2024, Aldane 431. In Birch Ness the number rose by 12 per cent on 2023.",
        {"12 per cent": None},
    ),
    (
        HOMES,
        "Durley built 1,260 homes in 2024 and Aldane 431. Birch Ness accounts for 23 per cent of the total.",
        {"23 per cent": RIGHT},
    ),
    (
        HOMES,
        "Durley built 1,260 homes in 2024 and Aldane 431. Birch Ness accounts for 32 per cent of the total.",
        {"32 per cent": WRONG},
    ),
    (
        NURSES,
        "Ardmore has 2,230 nurses and Clova 1,411. At Brannoch the number fell by 4.4 per cent.",
        {"4.4 per cent": RIGHT},
    ),
    (
        NURSES,
        "Ardmore has 2,230 nurses and Clova 1,411. At Brannoch the loss was 6 per cent.",
        {"6 per cent": None},
    ),
    (
        NURSES,
        "In Ardmore 7.5 per cent of posts are vacant, in Clova 5.8. In Brannoch it rose by 2.4 points.",
        {"2.4 points": None},
    ),
    (
        REGIONS,
        "Cairn let 384 homes in 2023 and Esk 299. Ardle accounts for 42 per cent of those in Northern.",
        {"42 per cent": RIGHT},
    ),
    (
        REGIONS,
        "Cairn let 384 homes in 2023 and Esk 299. Gale accounts for 54 per cent of those in Southern.",
        {"54 per cent": WRONG},
    ),
    (CATCH, "Arnvik landed 47,702 tonnes and Drum 6,013.", {"47,702 tonnes": RIGHT, "6,013": WRONG}),
    (CATCH, "Arnvik landed 47,702 tonnes and Drum 5,577.", {"47,702 tonnes": RIGHT, "5,577": RIGHT}),
    (
        CATCH,
        "Arnvik landed 47,702 tonnes in 2023 and Brusa 22,087. Colhaven made up 12 per cent of the total.",
        {"12 per cent": RIGHT},
    ),
]


@pytest.mark.parametrize(("table", "text", "expected"), CASES)
def test_the_measure_told_before_is_meant(table: str, text: str, expected: dict[str, str]) -> None:
    found = verdicts(text, table)
    assert {k: found.get(k) for k in expected} == expected


@pytest.mark.parametrize(
    ("table", "text"),
    [
        # Set against a number, and not another time.
        (
            HOMES,
            "Durley built 1,260 homes in 2024, Aldane 431. Birch Ness is 15 per cent below the 826 it needs.",
        ),
        # Of something else.
        (
            HOMES,
            "Durley built 1,260 homes in 2024, Aldane 431. In Birch Ness rents rose by 12 per cent on 2023.",
        ),
        # At which of three times is not said.
        (CATCH, "Arnvik landed 47,702 tonnes and Brusa 22,087. In Drum the number fell by 40 per cent."),
        (NURSES, "Ardmore has 2,230 nurses and Clova 1,411. Brannoch took 30 per cent of the total budget."),
        # One sentence sets two times side by side.
        (CATCH, "Arnvik landed 47,702 tonnes, and Drum 6,013 before the storm of last year."),
        (CATCH, "Arnvik landed 47,702 tonnes; in 2022 Drum had 6,013."),
    ],
)
def test_what_may_be_of_something_else_is_left_alone(table: str, text: str) -> None:
    assert WRONG not in verdicts(text, table).values()
