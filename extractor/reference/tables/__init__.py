"""Official tables as published, understood: columns with period, unit and scale; rows, and which are sums.

`interpret` goes from a document to a `ReferenceTable`; `large` keeps in DuckDB what is too large for that.
`heads`, `lent`, `cells` and `blocks` read what is printed, `describe` what a person adds.
"""
