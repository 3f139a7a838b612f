"""Which rows of a table a story names, by label or in short: "the city", "the region", "all four".

`labels` reads names, `subjects` says of which row a figure speaks, `elsewhere` which names are no rows.
"""
