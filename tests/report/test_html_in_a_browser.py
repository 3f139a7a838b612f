"""The HTML page in a real Chromium: what a reader can do with it, and that nobody is shut out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pdfplumber
import pytest
from reportlab.pdfgen import canvas

from extractor.amount import exact
from extractor.model import Block, Claim, Document, Figure, Mention, Review, Role, Span
from extractor.read.pictures import pictures_of
from extractor.report.html import render_html
from extractor.report.pages import Sheet
from tests.report.marlowe import BOTH, COUNTY, NATIONAL, PERIODS, REVIEW, SAME, UNIT
from tests.report.test_html import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VERDICT_CASES = {
    "mismatch": (UNIT,),
    "undecided": (COUNTY,),
    "not_comparable": (PERIODS,),
    "consistent": (SAME,),
}

Open = Callable[..., "Page"]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a review; fails the test if the page complained or asked for anything."""
    complaints: list[str] = []
    contexts = []

    def opened(review: Review = REVIEW, *, everything: bool = False, **options: Any) -> Page:
        file = tmp_path / "report.html"
        file.write_text(render_html(review, everything=everything), encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda r: None if r.url.startswith("file:") else complaints.append(r.url))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def test_the_questioned_words_are_marked_beside_their_card(open_page: Open) -> None:
    page = open_page()
    mark = page.locator("#at-c-634b")
    card = page.locator(".card.error")
    assert mark.inner_text() == "63.4"
    assert card.is_visible()
    assert card.bounding_box()["x"] > mark.bounding_box()["x"] + 300  # type: ignore[index]
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_pointing_at_a_figure_shows_its_claim_and_its_partners(open_page: Open) -> None:
    page = open_page()
    assert page.locator("#tip").is_hidden()
    page.locator("#at-c-410b").hover()
    tip = page.locator("#tip").inner_text()
    assert "calls from tenants" in tip
    assert "Between October 2019 and October 2020" in tip
    assert "A spokeswoman for the council" in tip
    assert page.locator(".figure.partner").count() >= 2
    assert page.locator("#lines path").count() >= 2


def test_pointing_at_a_figure_shows_its_source(open_page: Open) -> None:
    source = Mention(NATIONAL.figure.span, "the body of landlords", "landlord")
    named = replace(NATIONAL, source=source)
    page = open_page(replace(REVIEW, claims=tuple(named if c is NATIONAL else c for c in REVIEW.claims)))
    page.locator("#at-c-31000").hover()
    assert "“the body of landlords”" in page.locator("#tip").inner_text()
    page.locator("#at-c-9200").hover()
    assert "Source" not in page.locator("#tip").inner_text()


def test_the_keyboard_reaches_every_figure_and_escape_closes(open_page: Open) -> None:
    page = open_page(BOTH, everything=True)
    marks = page.locator(".story .figure")
    every = set(range(marks.count()))
    reached = set()
    for _ in range(300):
        page.keyboard.press("Tab")
        at = page.evaluate("[...document.querySelectorAll('.story .figure')].indexOf(document.activeElement)")
        if at >= 0:
            reached.add(at)
            assert marks.nth(at).evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
        if page.evaluate("document.activeElement === document.body"):
            break
    assert len(every) > 10
    assert reached == every
    page.locator("#at-c-410b").focus()
    assert page.locator("#tip").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_hidden()


def test_the_keyboard_filters_by_verdict(open_page: Open) -> None:
    page = open_page()
    for verdict in ("mismatch", "consistent"):
        box = page.locator(f"#show-{verdict}")
        for _ in range(20):
            page.keyboard.press("Tab")
            if box.evaluate("e => e === document.activeElement"):
                break
        shown = page.locator(f".card.{verdict}:visible").count()
        page.keyboard.press("Space")
        after = page.locator(f".card.{verdict}:visible").count()
        assert (shown == 0) != (after == 0)


@pytest.mark.parametrize("verdict", ["mismatch", "undecided", "not_comparable", "consistent"])
def test_each_verdict_has_its_own_filter(open_page: Open, verdict: str) -> None:
    found = VERDICT_CASES[verdict]
    page = open_page(replace(REVIEW, findings=found))
    assert page.locator(f".card.{verdict}").count() == 1
    box = page.locator(f"#show-{verdict}")
    assert box.is_checked() == (verdict == "mismatch")
    box.set_checked(not box.is_checked(), force=True)
    assert page.locator(f".card.{verdict}").is_visible() == (verdict != "mismatch")
    others = page.locator(".filter input:not(:disabled)")
    assert others.count() == 1  # nothing to show of the others


def test_n_and_p_go_from_card_to_card(open_page: Open) -> None:
    page = open_page()
    told = []
    for key in ("n", "n", "n", "p"):
        page.keyboard.press(key)
        told.append(page.evaluate("document.activeElement.className"))
    assert told == ["card mismatch warning", "card mismatch error"] * 2


def test_the_filter_shows_what_is_chosen(open_page: Open) -> None:
    page = open_page()
    assert page.locator(".card.consistent:visible").count() == 0
    page.get_by_role("checkbox", name="Consistent").check()
    assert page.locator(".card.consistent:visible").count() == 3
    page.get_by_role("checkbox", name="Does not agree").uncheck()
    assert page.locator(".card.mismatch:visible").count() == 0


def test_a_mark_links_to_its_row_without_the_script(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.locator("#at-c-9200").click()
    assert page.url.endswith("#row-c-9200")


def test_the_page_prints_with_its_table(open_page: Open, tmp_path: Path) -> None:
    page = open_page(color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".figures table").is_visible()
    assert page.locator(".filter").is_hidden()
    assert page.locator(".keys").is_hidden()
    assert page.locator(".card.error").is_visible()
    assert page.locator(".card.consistent:visible").count() == 0  # what the filter hides is not printed
    ink, paper = (page.evaluate(f"getComputedStyle(document.body).{c}") for c in ("color", "backgroundColor"))
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    tints = page.locator(".figure.error").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert min(int(part) for part in re.findall(r"\d+", tints)[:3]) > 200  # black ink is read on it
    printed = tmp_path / "report.pdf"
    page.pdf(path=printed)
    with pdfplumber.open(printed) as pdf:
        words = " ".join(p.extract_text() for p in pdf.pages)
        assert len(pdf.pages) >= 2
    for told in ("Check first", "Machine-made and unreviewed", "Every figure"):
        assert told in words


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_out_of_the_window(open_page: Open, width: int) -> None:
    page = open_page(BOTH, everything=True, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_hostile_story_runs_nothing_in_a_browser(open_page: Open) -> None:
    page = open_page(hostile())
    assert page.title().startswith("2 documents")
    assert page.evaluate("document.scripts.length") == 1
    assert "<script>alert(1)</script>" in page.locator(".story").first.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_fault_of_accessibility(open_page: Open, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(
        BOTH,
        everything=True,
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        bypass_csp=True,  # to run the inspector inside the page
    )
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in found] == []


def long_review(paragraphs: int) -> Review:
    """A report as long as fifty pages, a figure to a paragraph, some of them questioned."""
    texts = [
        f"Paragraph {n} has {n + 10} calls. " + "It goes on for a while. " * 12 for n in range(paragraphs)
    ]
    starts = list(accumulate((len(t) + 2 for t in texts), initial=0))
    blocks = tuple(Block("paragraph", Span(s, s + len(t))) for s, t in zip(starts, texts, strict=False))
    document = Document("long", "\n\n".join(texts), blocks, title="Long")
    claims = tuple(
        Claim(
            f"c-{n}", "long", Figure(Span(s + 10, s + 11 + len(str(n))), "", "count", exact(n), None), b.span
        )
        for n, (s, b) in enumerate(zip(starts, blocks, strict=False))
    )
    findings = tuple(
        replace(UNIT, id=a.id, relation=replace(UNIT.relation, roles=(Role("a", a), Role("b", b))))
        for a, b in pairwise(claims[::5])
    )
    return Review(documents=(document,), claims=claims, findings=findings)


def paged_review(pages: int) -> tuple[Review, dict[str, list[Sheet]]]:
    """A report of a PDF that has something to look at on every page, and pictures of these."""
    review = long_review(pages * 8)
    (document,) = review.documents
    blocks = tuple(
        replace(b, page=1 + n // 8, box=(60.0, 60.0 + 90 * (n % 8), 540.0, 140.0 + 90 * (n % 8)))
        for n, b in enumerate(document.blocks)
    )
    review = replace(review, documents=(replace(document, blocks=blocks),))
    drawn = canvas.Canvas(kept := BytesIO(), pagesize=(595, 842))
    for page in range(pages):
        drawn.setFont("Helvetica", 10)
        for line in range(50):
            drawn.drawString(
                60, 780 - 14 * line, f"{page}.{line} " + "The hall was let, and the roof mended. " * 2
            )
        drawn.showPage()
    drawn.save()
    pictures = pictures_of(kept.getvalue(), range(1, pages + 1))
    return review, {"long": [Sheet(p.page, p.width, p.height, p.png) for p in pictures]}


def test_fifty_pages_with_their_pictures_open_soon(browser: Browser, tmp_path: Path) -> None:
    review, sheets = paged_review(50)
    file = tmp_path / "report.html"
    file.write_text(render_html(review, sheets=sheets), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(file.as_uri())
    opened = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    shown = page.locator(".pages image").count()
    page.close()
    print(f"{shown} pictures, {file.stat().st_size / 1e6:.2f} MB, opened in {opened:.0f} ms")
    assert shown == 50
    assert file.stat().st_size < 5_000_000
    assert opened < 2000


def test_a_long_report_opens_soon(open_page: Open, tmp_path: Path) -> None:
    page = open_page(long_review(1000))
    assert (tmp_path / "report.html").stat().st_size < 5_000_000
    timing = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert timing < 2000
    assert page.locator(".story .figure").count() == 1000
