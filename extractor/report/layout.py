"""A page of text lines: wrapped, indented, with words marked by underlining or by a line below.

Nothing here knows findings. Text from documents is cleaned of control characters first, so that
a story cannot steer the terminal that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from unicodedata import category

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from extractor.model import Span
from extractor.regexes import Regex

MARK = "bold underline"
#: Characters of an unmarked stretch that a quote keeps on each side of a mark.
KEPT = 160
#: Below this width labels stand on a line of their own.
NARROW = 60
LABEL = 15


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that draw a page; a terminal without Unicode gets plain ones."""

    rule: str = "─"
    bar: str = "│"
    mark: str = "‾"
    bullet: str = "•"
    dot: str = "·"
    cut: str = "…"
    open: str = "“"
    close: str = "”"


UNICODE = Glyphs()
ASCII = Glyphs(rule="-", bar="|", mark="^", bullet="*", dot="-", cut="...", open='"', close='"')


def glyphs_for(encoding: str | None) -> Glyphs:
    """The signs that an output encoding can carry."""
    try:
        "─│‾•·…“”".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE


def clean(text: str) -> str:
    """The text on one line, without control, bidirectional and unpaired characters."""
    if text.isprintable() and "  " not in text:
        return text  # nearly always; no character of it could be meant below
    return "".join("�" if category(c) in ("Cc", "Cs") or c in _BIDI else c for c in _SPACES.sub(" ", text))


_SPACES = Regex(r"[^\S\u00a0\u202f]+")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def marked(text: str, sentence: Span, marks: Sequence[Span], cut: str = "…") -> Text:
    """A sentence of a text on one line, its marks styled; long stretches between them are cut."""
    line = Text()
    at = sentence.start
    for mark in marks:
        line.append(_shortened(text[at : mark.start], cut, first=at == sentence.start))
        line.append(clean(mark.of(text)), MARK)
        at = mark.end
    line.append(_shortened(text[at : sentence.end], cut, last=True))
    line.rstrip()
    return line


def _shortened(stretch: str, cut: str, *, first: bool = False, last: bool = False) -> str:
    """The stretch cleaned, and cut at a word's edge where it runs too far from a mark."""
    plain = clean(stretch)
    plain = plain.lstrip() if first else plain
    if len(plain) <= KEPT * (1 if first or last else 2):
        return plain
    before = "" if first else plain[:KEPT].rsplit(" ", 1)[0] + " "
    after = "" if last else " " + plain[-KEPT:].split(" ", 1)[-1]
    return f"{before}{cut}{after}"


class Page:
    """Lines of one width, added from top to bottom."""

    def __init__(self, width: int, colour: bool, glyphs: Glyphs = UNICODE) -> None:
        self.width = width
        self.colour = colour
        self.glyphs = glyphs
        self._lines: list[Text] = []
        self._console = Console(
            file=StringIO(),
            width=width,
            color_system="standard" if colour else None,
            force_terminal=colour,
            no_color=False,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def blank(self) -> None:
        """An empty line, never two in a row and none at the top."""
        if self._lines and self._lines[-1].plain.strip():
            self._lines.append(Text())

    def rule(self, label: str, style: str, right: str = "") -> None:
        """A line across the page with a label near its start and another near its end."""
        sign = self.glyphs.rule
        head, tail = f"{sign * 2} {label} ", f" {right} {sign * 2}" if right else ""
        room = self.width - cell_len(head) - cell_len(tail)
        if room < 0:
            room, tail = self.width - cell_len(head), ""
        self._lines.append(Text(head + sign * room + tail, style))

    def paragraph(self, content: str | Text, style: str = "", indent: int = 0) -> None:
        """Wrapped words."""
        text = content if isinstance(content, Text) else Text(clean(content))
        text.stylize(style)
        self._lines += self._wrapped(text, " " * indent, " " * indent)

    def quote(self, sentence: Text, style: str, indent: int = 2) -> None:
        """A sentence beside a bar; without colour its marks stand on a line below the words."""
        bar = Text(" " * indent).append(f"{self.glyphs.bar} ", style)
        for mark in sentence.spans.copy():
            sentence.stylize(style, mark.start, mark.end)
        for line in self._fitted(sentence, self.width - bar.cell_len):
            self._lines.append(bar + line)
            if not self.colour and line.spans:
                self._lines.append(Text((bar.plain + self._marks_below(line)).rstrip()))

    def row(self, label: str, content: str, bullet: str = "") -> None:
        """A labelled entry, its words in a column of their own."""
        text = Text(clean(content))
        if self.width < NARROW:
            if label:
                self._lines.append(Text(f"  {label}", "bold"))
            self._lines += self._wrapped(text, f"    {bullet}", " " * (4 + len(bullet)))
            return
        head = Text("  ").append(label.ljust(LABEL), "bold").append(bullet)
        self._lines += self._wrapped(text, head, " " * head.cell_len)

    def items(self, label: str, contents: Iterable[str]) -> None:
        """A labelled list; a single entry goes without a bullet, none leaves no trace."""
        entries = [entry for entry in dict.fromkeys(contents) if entry]
        if len(entries) == 1:
            self.row(label, entries[0])
            return
        for number, entry in enumerate(entries):
            self.row(label if number == 0 else "", entry, f"{self.glyphs.bullet} ")

    def _wrapped(self, text: Text, first: str | Text, rest: str) -> list[Text]:
        head = first if isinstance(first, Text) else Text(first)
        lines = self._fitted(text, self.width - len(rest))
        return [(head if n == 0 else Text(rest)) + line for n, line in enumerate(lines)]

    def _fitted(self, text: Text, width: int) -> list[Text]:
        lines = list(text.wrap(self._console, max(width, 10), justify="left", overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines

    def _marks_below(self, line: Text) -> str:
        covered = {at for span in line.spans for at in range(span.start, span.end)}
        signs = (
            (self.glyphs.mark if at in covered else " ") * cell_len(sign)
            for at, sign in enumerate(line.plain)
        )
        return "".join(signs).rstrip()

    def __str__(self) -> str:
        """The page with a final line end; with escape codes only where it has colour."""
        with self._console.capture() as captured:
            for line in self._lines:
                self._console.print(line, soft_wrap=True)
        return captured.get()
