"""Ranks among the rows of a table: "the highest of any district", "came top", by number or by rate.

`words` finds them, `scopes` says among which rows, `standings` where a row stands; `among_rows`, `carried`
and `holders` judge them, `sure` says which may be questioned.
"""
