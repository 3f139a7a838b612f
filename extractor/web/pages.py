"""The pages as HTML: the report's own templates with a person's controls in them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from extractor.model import Claim, Finding, Review
from extractor.report.html import contents, environment
from extractor.report.telling import in_short
from extractor.web.board import Board

#: File that a page loads → package and file type.
ASSETS = {
    "report.css": ("extractor.report", "text/css"),
    "report.js": ("extractor.report", "text/javascript"),
    "desk.css": ("extractor.web", "text/css"),
    "desk.js": ("extractor.web", "text/javascript"),
}


@cache
def asset(name: str) -> bytes:
    """One of the files in `ASSETS`."""
    package, _ = ASSETS[name]
    return (resources.files(package) / "templates" / name).read_bytes()


def page(template: str, **told: object) -> str:
    """A page with the words that it is filled with."""
    return _templates().get_template(template).render(told)


class Controls:
    """What a person can do with each finding and each figure, as the report's templates ask for it."""

    def __init__(self, board: Board, csrf: str) -> None:
        self._macros: Any = _templates().get_template("controls.html.j2").module
        self._board = board
        self._csrf = csrf

    def controls(self, finding: Finding) -> Markup:
        """Decide, note and correct, beside a finding."""
        return Markup(self._macros.controls(self._board, finding, self._csrf))

    def slots(self, claim: Claim) -> Markup:
        """The form of one figure's slots."""
        return Markup(self._macros.slots(self._board, claim, self._csrf))


def report_page(review: Review, board: Board, csrf: str, **told: object) -> str:
    """A work's page: the report of what is shown, and below it what was dismissed."""
    filled = contents(board.shown, made=date.today(), desk=Controls(board, csrf))
    return page("work.html.j2", **{**filled, "board": board, "csrf": csrf, "full": review, **told})


@cache
def _templates() -> Environment:
    own = PackageLoader("extractor.web")
    made = environment().overlay(loader=ChoiceLoader([own, PackageLoader("extractor.report")]))
    made.filters["moment"] = _moment
    made.filters["short"] = in_short
    return made


def _moment(at: datetime) -> str:
    here = at.astimezone()
    return f"{here.day} {here:%B %Y, %H:%M}"
