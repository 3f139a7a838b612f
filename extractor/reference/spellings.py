"""One spelling for the words of a name that table and story may print in several ways.

>>> one_spelling(("saint", "neot's", "&", "cross"))
('st', 'neot', 'and', 'cross')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

#: The mark of a footnote behind a name: "Hallow³", "Dene*".
_MARKS = re.compile(r"(?<=[^\W\d_])[¹²³⁰⁴-⁹*†‡§]+(?=\s|$)")
_SAME = {"&": "and", "saint": "st", "saints": "st", "mount": "mt"}
#: "St Helier's", "St Heliers": a saint's name may print its genitive either way.
_SAINT = "st"
_LEAST = 4


def one_spelling(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name, in lower case, as they are compared."""
    same = [_SAME.get(w, w) for w in words]
    return tuple(_of_saint(w) if i and same[i - 1] == _SAINT else w for i, w in enumerate(same))


def _of_saint(word: str) -> str:
    plain = word.replace("’", "'").removesuffix("'s").rstrip("'")
    return plain[:-1] if plain.endswith("s") and len(plain) > _LEAST else plain


def without_marks(label: str) -> str:
    """A label without the marks of its footnotes.

    >>> without_marks("Hallow³")
    'Hallow'
    """
    return _MARKS.sub("", label).strip()
