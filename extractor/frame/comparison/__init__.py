"""Words that set two things side by side: "slightly higher than the national average".

`comparing` finds them, `compared` tells them from what only looks so, `references` reads the other side, and
`words` makes the `Comparison`.
"""
