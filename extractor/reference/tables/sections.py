"""A table in sections, one measure below the other over the same rows, laid out with a column for each.

    Employed ('000)            Employed ('000): 2023, Employed ('000): 2024, Jobless (%): 2023, ...
      North    410  432   →    North   410  432  5.1  4.8
    Jobless (%)
      North    5.1  4.8

Each cell keeps the place where it stands in the file. A section whose rows stand in no other, "Balance
sheet" of a company beside its segments, keeps them as rows of their own; so does a table whose sections only
group its rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractor.lexicon import table as data
from extractor.reference.tables.cells import cell, is_missing
from extractor.reference.tables.heads import head
from extractor.reference.tables.wholes import is_total
from extractor.reference.words import roots
from extractor.regexes import Regex

#: Sections repeat so many labels, which name this share of the rows below them.
_LEAST, _MOSTLY = 3, 0.4
#: A section is of its own measure where half of its rows stand in others too.
_SHARED = 0.5
#: A table of more columns than this is a sheet of another kind.
_MOST_COLUMNS = 120
_UNIT = Regex(r"\([^()]*\)|%")
_LAST = ": "


@dataclass(frozen=True, slots=True)
class Wide:
    """Heads and cells, and for each cell (row and column) its place in the file."""

    heads: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    spots: Mapping[tuple[int, int], tuple[int, int]]


@dataclass(slots=True)
class _Section:
    """A label with the rows below it, and what its own line says over the columns."""

    name: str
    over: tuple[str, ...] = ()
    #: Number of the row in the file, and its cells.
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        return [cells[0].strip() for _, cells in self.rows]


def unstacked(heads: Sequence[str], cells: Sequence[tuple[str, ...]]) -> Wide | None:
    """A table in sections that repeat their rows, with each section as columns; None for any other."""
    found = _sections(heads, cells)
    if found is None:
        return None
    often = Counter(label for s in found for label in s.labels)
    if any(len(set(s.labels)) < len(s.labels) for s in found):
        return None
    repeated = {label for label, n in often.items() if n > 1}
    if len(repeated) < _LEAST or sum(often[r] for r in repeated) < _MOSTLY * sum(often.values()):
        return None
    return _wide(heads, found, repeated)


def _sections(heads: Sequence[str], cells: Sequence[tuple[str, ...]]) -> list[_Section] | None:
    """The sections of a table, the first named in the head of the labels where its line was taken for one."""
    own = heads[0].split(_LAST)[-1] if heads and _LAST in heads[0] else ""
    over = tuple(h.split(_LAST)[-1] if own and _LAST in h else "" for h in heads)
    found = [_Section(own, over)]
    for number, row in enumerate(cells):
        label, others = row[0].strip(), row[1:]
        if label and not any(cell(c) is not None for c in others) and all(_is_word(c) for c in others):
            found.append(_Section(label, row))
        elif label and any(not is_missing(c) for c in others):
            found[-1].rows.append((number, row))
        elif label or any(not is_missing(c) for c in others):
            return None
    found = [s for s in found if s.rows]
    return found if len(found) > 1 else None


def _is_word(printed: str) -> bool:
    """True for a blank, or what a section says over a column: "Percentage points"."""
    return not printed.strip() or (not is_missing(printed) and not any(c.isdigit() for c in printed))


def _wide(heads: Sequence[str], found: Sequence[_Section], repeated: set[str]) -> Wide | None:
    bare = [h.removesuffix(_LAST + o) if o else h for h, o in zip(heads, found[0].over or heads, strict=True)]
    bare = bare if found[0].over and _LAST in heads[0] else list(heads)
    names: list[str] = [bare[0]]
    at: dict[str, int] = {}
    groups: dict[str, int] = {}
    out: list[dict[int, str]] = []
    spots: dict[tuple[int, int], tuple[int, int]] = {}
    for section in found:
        shared = sum(label in repeated for label in section.labels) >= _SHARED * len(section.labels)
        group = section.name if shared else " ".join(_UNIT.findall(section.name))
        if shared or group not in groups:
            groups[group] = len(names)
            names += [_named(group, h, o) for h, o in zip(bare[1:], (*section.over, *bare)[1:], strict=False)]
        start = groups[group]
        for number, cells in section.rows:
            label = _label(cells[0].strip(), section.name) if shared else cells[0].strip()
            row = at.setdefault(label, len(out))
            if row == len(out):
                out.append({})
            for i, text in enumerate(cells[1:]):
                if (row, start + i) in spots and not is_missing(text):
                    return None
                out[row][start + i] = text
                spots[row, start + i] = (number, i + 1)
    if len(names) > _MOST_COLUMNS:
        return None
    labels = {row: label for label, row in at.items()}
    laid = tuple((labels[n], *(row.get(i, "") for i in range(1, len(names)))) for n, row in enumerate(out))
    return Wide(tuple(names), laid, spots)


def _named(group: str, title: str, over: str) -> str:
    """The head of a column of a section, with the unit that the section prints over it."""
    parts = [group, title]
    if over.strip() and over != title and head(over).unit:
        parts.append(over.strip())
    return _LAST.join(p for p in parts if p)


def _label(label: str, section: str) -> str:
    """ "Total revenue" of the section "Revenue", "Group" of another, are the row for all."""
    words = label.split()
    first = words[0].lower() if words else ""
    if first not in data("reference")["sections"]["wholes"]:
        return label
    rest = roots(" ".join(words[1:]))
    return "Total" if set(rest) <= set(roots(section)) or is_total(label) else label
