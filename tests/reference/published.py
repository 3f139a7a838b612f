"""Small tables as offices print them, which several tests read."""

from __future__ import annotations

HOMES = """Homes finished by county

County,Q3 2024,,Q2 2025,,Q3 2025,,First nine months,
,Flats,All,Flats,All,Flats,All,2024,2025
State,2179,7060,2216,6778,2282,7183,19944,19846
Corran,509,745,613,834,576,735,2022,2372
Dunmoy,182,391,102,350,141,551,1101,1428
"""
ROADS = """Spending on highways by state
(Thousands of dollars)

State,Total spending,,2024: Debt service,Lane miles,Dollars per lane mile
,2023,2024,,,
Atlantis,7185218,8405659,3113404,43149,194805
Bellmont,10295760,10142143,1995551,38657,262362
GRAND TOTAL,17480978,18547802,5108955,81806,226729
"""
PUPILS = """Table A. Pupils proficient or above by district, percent of pupils tested

District,Pupils tested,English,,Mathematics,
,2025,2024,2025,2024,2025
Ashby,8960,41.9,43.8,33.0,29.5
Belport,2168,57.0,62.7,55.0,53.1
"""
DEATHS = """Road casualties by council and severity

Council,Severity,Number,,
,,2019,2023,2024
Norland,Killed,71,60,62
,Hurt,905,822,818
,All casualties,976,882,880
Northern region,Killed,41,33,36
,Hurt,500,454,447
,All casualties,541,487,483
Ashby,Killed,14,13,15
,Hurt,210,191,190
,All casualties,224,204,205
Birk,Killed,17,11,9
,Hurt,160,141,139
,All casualties,177,152,148
Corse,Killed,10,9,12
,Hurt,130,122,118
,All casualties,140,131,130
Southern region,Killed,30,27,26
,Hurt,405,368,371
,All casualties,435,395,397
Dene,Killed,16,15,14
,Hurt,205,188,191
,All casualties,221,203,205
Elm,Killed,14,12,12
,Hurt,200,180,180
,All casualties,214,192,192
"""
