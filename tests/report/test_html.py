"""The HTML page: true to the text, safe against it, whole in one file."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from extractor.model import Block, Claim, Document, Finding, Mention, Problem, Review, Span
from extractor.report.html import render_html
from tests.report.marlowe import BOTH, COMPLEMENT, EVENTS, MAIN, PERIODS, RATE, REVIEW, SAME, STORY, UNIT

VOID = {"meta", "link", "br", "hr", "img", "input", "line", "path"}


class Page(HTMLParser):
    """Reads a page: its elements, the text inside them, and whether every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = tuple(
            name for tag, attrs in self.open for name in (tag, *(attrs.get("class") or "").split())
        )
        self.texts.append((inside, data))

    def having(self, name: str) -> list[tuple[str, dict[str, str | None]]]:
        """Elements with a class."""
        return [(t, a) for t, a in self.elements if name in (a.get("class") or "").split()]

    def text_in(self, name: str, without: str = "") -> str:
        """The words inside elements of a tag or class, outside those of another."""
        parts = [text for inside, text in self.texts if name in inside and without not in inside]
        return " ".join("".join(parts).split())


PAGE = Page(render_html(REVIEW))


def test_the_story_reads_as_it_was_printed() -> None:
    assert PAGE.text_in("story", without="cards") == " ".join(STORY.split())


def test_every_element_is_closed() -> None:
    assert PAGE.open == []
    assert Page(render_html(BOTH, everything=True)).open == []


def test_ids_are_unique_and_links_go_somewhere() -> None:
    page = Page(render_html(BOTH, everything=True))
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    targets = {a["href"] for _, a in page.elements if (a.get("href") or "").startswith("#at-")}
    assert len(targets) > 5
    assert {t[1:] for t in targets if t} <= set(ids)


def test_every_quantity_is_marked_with_its_kind_and_state() -> None:
    classes = {a["id"]: set((a["class"] or "").split()) for _, a in PAGE.having("figure") if "id" in a}
    assert classes["at-c-634b"] >= {"percentage", "error"}
    assert classes["at-c-400"] >= {"count", "warning"}
    assert classes["at-c-634"] >= {"percentage", "consistent"}
    assert classes["at-c-9200"] >= {"count", "alone"}
    assert classes["at-k-slightly"] >= {"phrase", "error"}
    assert classes["at-k-lower"] >= {"phrase", "undecided"}
    assert "at-c-year" not in classes


def test_a_figure_names_its_partners() -> None:
    partners = {a["id"]: (a["data-with"] or "").split() for _, a in PAGE.having("figure") if a.get("id")}
    assert set(partners["at-c-634b"]) == {"k-slightly", "c-62"}
    assert partners["at-c-9200"] == []


def test_a_card_shows_everything_that_a_sceptic_needs() -> None:
    card = Page(render_html(replace(REVIEW, findings=(COMPLEMENT, EVENTS)))).text_in("card")
    for words in (
        "Check first",
        "“The 63.4 rate … slightly higher than the national average”",
        "so 38 per cent did. 63.4 is about 25 points above 38",
        "rests on paragraph 6",
        "100 − 62 = 38; 63.4 − 38 = 24.85 to 25.95 points",
        "the words allow 0 to 3 points",
        "the figures give 24.85 to 25.95 points",
        "Would fit if one share counts those that did",
        "Supposing 62 per cent is rounded to a whole number",
        "Caveats “accepted” is not the same as a visit “taking place”.",
        "It would need a national rate of visits accepted",
        "Suggestion drop the comparison",
        f"Id, for --ignore {COMPLEMENT.id}",
    ):
        assert words in card


def test_the_number_line_is_told_in_words_too() -> None:
    labels = [a["aria-label"] for t, a in PAGE.elements if t == "svg" and "aria-label" in a]
    assert labels == ["the words allow 0 to 3 points; the figures give 24.85 to 25.95 points"]


def test_a_caveat_has_a_card_of_its_own_only_where_no_other_card_tells_it() -> None:
    told = Page(render_html(replace(REVIEW, findings=(COMPLEMENT, PERIODS, EVENTS))))
    alone = Page(render_html(replace(REVIEW, findings=(PERIODS, EVENTS))))
    assert len(told.having("card")) == 1
    assert [a["class"] for _, a in alone.having("card")] == ["card not_comparable"]


@pytest.mark.parametrize("everything", [False, True])
def test_the_filter_opens_with_what_is_asked_for(everything: bool) -> None:
    page = Page(render_html(REVIEW, everything=everything))
    boxes = {a["id"]: "checked" in a for t, a in page.elements if t == "input"}
    assert boxes == {
        "show-mismatch": True,
        "show-undecided": everything,
        "show-not_comparable": everything,
        "show-consistent": everything,
    }


def test_a_verdict_that_nothing_has_cannot_be_chosen() -> None:
    page = Page(render_html(replace(REVIEW, findings=(UNIT,))))
    assert {a["id"] for t, a in page.elements if t == "input" and "disabled" in a} == {
        "show-undecided",
        "show-not_comparable",
        "show-consistent",
    }


def test_the_page_says_what_it_is_and_when() -> None:
    page = Page(render_html(REVIEW, made=date(2026, 11, 5)))
    assert "Machine-made and unreviewed" in page.text_in("notice")
    assert "Made on 5 November 2026" in page.text_in("notice")
    assert "en_test 3.8.0" in page.text_in("run")


HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">\u202e\x00"\'><b>{{ 7*7 }}'


def hostile() -> Review:
    text = f"{HOSTILE} 410\n\n{HOSTILE}"
    cut = text.index("\n")
    blocks = (Block("headline", Span(0, cut)), Block("paragraph", Span(cut + 2, len(text))))
    document = replace(MAIN, text=text, blocks=blocks, title=HOSTILE, source=HOSTILE, outlet=HOSTILE)
    document = replace(document, notes=(HOSTILE,))
    errors = (Problem(HOSTILE, HOSTILE),)
    return Review(documents=(document, replace(document, id="b")), errors=errors, provenance={"x": HOSTILE})


def test_a_hostile_story_runs_nothing() -> None:
    page = Page(render_html(hostile()))
    assert [t for t, _ in page.elements].count("script") == 1
    assert not [a for t, a in page.elements if t == "img" or any(n.startswith("on") for n in a)]
    assert "<script>alert(1)</script>" in page.text_in("story")
    assert "{{ 7*7 }}" in page.text_in("story")


def test_a_hostile_story_cannot_turn_the_text_round() -> None:
    assert not set(render_html(hostile())) & set("\u202e\x00")


def test_text_without_its_pair_can_be_written() -> None:
    document = Document("d", "5 \ud800", title="\ud800")
    render_html(Review(documents=(document,))).encode()


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = render_html(BOTH)
    assert not re.findall(r"""(?:src|href|action)=["'](?!#)|url\(|@import""", page)
    assert set(re.findall(r"https?://[^\s\"')]+", page)) == {"http://www.w3.org/2000/svg"}


def test_the_content_policy_allows_the_one_script() -> None:
    page = render_html(BOTH)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page


def test_an_excerpt_leaves_out_what_no_finding_rests_on() -> None:
    page = Page(render_html(replace(REVIEW, findings=(COMPLEMENT,)), whole=False))
    story = page.text_in("story", without="cards")
    assert story == (
        "… The 63.4 rate is slightly higher than the national average. "
        "… More than half of all calls (62 per cent) did not lead to a visit taking place."
    )
    assert "31,000 calls" not in page.text_in("main", without="figures")
    assert len(page.having("card")) == 1


@pytest.mark.parametrize(
    ("text", "banner"),
    [
        ("EMBARGOED until 00.01 on 5 May\n\nCalls rose by 5%.", "EMBARGOED until 00.01 on 5 May"),
        ("Strictly under embargo: Monday\n\n5 calls", "Strictly under embargo: Monday"),
        ("Not for publication before noon\n\n5 calls", "Not for publication before noon"),
        ("Calls rose by 5%.", None),
        ("A long paragraph about the trade embargo " + "that goes on and on " * 9, None),
    ],
)
def test_an_embargo_line_becomes_a_banner(text: str, banner: str | None) -> None:
    page = Page(render_html(Review(documents=(Document("d", text),))))
    assert page.text_in("embargo") == (f"Embargo {banner}" if banner else "")


def test_lists_and_tables_keep_their_form() -> None:
    text = "410\n7\n2019\n2020\n5\n6"
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"\d+", text)]
    blocks = tuple(
        Block("list_item", s) if n < 2 else Block("table_cell", s, row=(n - 2) // 2, column=n % 2)
        for n, s in enumerate(spans)
    )
    page = Page(render_html(Review(documents=(Document("d", text, blocks),))))
    counted = [t for t, _ in page.elements]
    assert (counted.count("ul"), counted.count("table")) == (1, 1)
    assert page.text_in("li") == "4107"
    assert page.text_in("td") == "201920205 6".replace(" ", "")


def test_nothing_read_makes_an_honest_page() -> None:
    page = Page(render_html(Review(errors=(Problem("gone.txt", "no such file"),))))
    assert "gone.txt: no such file" in page.text_in("problems")
    assert page.text_in("closing") == ""


def test_a_source_is_told_in_the_words_of_the_text() -> None:
    words = "Figures that the council gave <b>us</b>"
    named = replace(RATE, source=Mention(RATE.figure.span, words, "marlowe council"))
    finding = with_claim(COMPLEMENT, named)
    review = replace(
        REVIEW,
        claims=tuple(named if c is RATE else c for c in REVIEW.claims),
        findings=(finding, *(with_claim(f, named) for f in REVIEW.findings if f is not COMPLEMENT)),
    )
    page = Page(render_html(review))
    assert f"“63.4”: “{words}”" in page.text_in("card")
    assert f"“{words}”" in page.text_in("tbody")
    assert "Source" in page.text_in("thead")


def test_there_is_no_column_of_sources_where_no_text_names_one() -> None:
    assert "Source" not in PAGE.text_in("thead")
    assert "Source, as the text names it" not in PAGE.text_in("card")


def with_claim(finding: Finding, claim: Claim) -> Finding:
    """The finding with another claim in the place of one of the same id."""
    roles = tuple(
        replace(r, value=claim) if isinstance(r.value, Claim) and r.value.id == claim.id else r
        for r in finding.relation.roles
    )
    return replace(finding, relation=replace(finding.relation, roles=roles))


def test_of_two_equal_figures_nothing_is_calculated() -> None:
    told = replace(SAME, arithmetic="410; 410")
    page = Page(render_html(replace(REVIEW, findings=(told,)), everything=True))
    assert "410; 410" not in page.text_in("card")
    assert "with “" in page.text_in("with")
    assert "410 is more than 400" in Page(render_html(REVIEW, everything=True)).text_in("arithmetic")


@pytest.mark.parametrize("review", [REVIEW, BOTH])
def test_the_filter_counts_as_the_lines_above_the_stories_do(review: Review) -> None:
    page = Page(render_html(review))
    offered, told = page.text_in("filter"), page.text_in("tally")
    for shown, words in (
        ("Does not agree", "sentences? questioned"),
        ("Undecided", "undecided"),
        ("Not comparable", "not comparable"),
        ("Consistent", "consistent"),
    ):
        counted = re.search(rf"{shown} (\d+)", offered)
        assert counted is not None
        assert int(counted[1]) == sum(map(int, re.findall(rf"(\d+) {words}", told)))
