"""Changes between two times of a table.

`between_times` judges those told with their size, `trends` those told with their levels, `moves` those told
with neither; `cells` says which two cells a change lies between, `slips` which mix-up would make it fit.
"""
