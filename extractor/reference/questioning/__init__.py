"""What must hold before a cell may question a figure, and what keeps it from that.

`questionable` asks what the words allow, `guards`, `narrowed` and `strangers` what speaks against it,
`accounted` whether the story itself explains it; `accusing` has the last word.
"""
