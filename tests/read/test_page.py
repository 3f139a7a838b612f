"""Web pages: what is of the article comes with its kind, what is not stays out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractor.model import Document, Problem
from extractor.read import read
from tests.read.making import web_page

PAGE = """<!doctype html><html lang="en"><head><title>Council sells 120 homes | The Dunmere Post</title>
<meta property="og:site_name" content="The Dunmere Post"><link rel="canonical" href="https://dunmere.example/a">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
"headline": "Council sells 120 homes", "datePublished": "2024-05-31T06:00:00Z", "dateModified": "2024-06-01",
"author": [{"name": "Ann Lee"}, {"name": "Bob Ray"}]}]}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport 24</a></li></ul></nav>
<article><header><h1>Council sells 120 homes</h1>
<p class="standfirst">Families say the sale of 120 homes came without warning, and the money has gone</p>
<p class="byline">By Ann Lee</p></header>
<p>The council sold 120 homes last year, 40 of them in Dunmere, it said on Monday.</p>
<p>The money went to the roads.</p><p>The money went to the roads.</p>
<h2>What it said</h2>
<blockquote><p>“We had 4,245<sup>1</sup> families waiting in 30 m<sup>2</sup> each,” he said.</p></blockquote>
<ul><li>40 homes in Dunmere</li><li>50 homes in Sheer</li></ul>
<figure><img src="a.jpg"><figcaption>Some of the 120 homes. Picture: Joe Bloggs</figcaption></figure>
<p>The money went to the roads.</p>
<table><caption>Homes sold</caption><tr><th>Town</th><th>2022</th><th>2023</th></tr>
<tr><td>Dunmere</td><td>30</td><td>40</td></tr><tr><td>Sheer</td><td>20</td><td>50</td></tr></table>
<p>A table made of divisions follows this paragraph and says the same for the reader.</p>
<div class="grid"><div class="row"><div>Town</div><div>2024</div></div>
<div class="row"><div>Dunmere</div><div>41</div></div></div>
<aside class="related"><h3>Read more</h3><ul><li><a href="/x">Ten things about 300 dogs</a></li></ul></aside>
<p>This article was amended on 1 June 2024. An earlier version said 130 homes.</p>
</article><footer><p>Copyright 2019 The Dunmere Post</p></footer></body></html>"""


def only(page: str | bytes, tmp_path: Path) -> Document:
    file = tmp_path / "page.html"
    file.write_bytes(page if isinstance(page, bytes) else page.encode())
    (found,) = read(file)
    assert isinstance(found, Document), found
    return found


def test_each_zone_has_its_kind(tmp_path: Path) -> None:
    document = only(PAGE, tmp_path)
    zones = [(b.kind, b.span.of(document.text)) for b in document.blocks if b.kind != "table_cell"]
    assert zones == [
        ("headline", "Council sells 120 homes"),
        ("standfirst", "Families say the sale of 120 homes came without warning, and the money has gone"),
        (
            "paragraph",
            "The council sold 120 homes last year, 40 of them in Dunmere, it said on Monday.",
        ),
        ("paragraph", "The money went to the roads."),
        ("paragraph", "The money went to the roads."),
        ("heading", "What it said"),
        ("quote", "“We had 4,245 families waiting in 30 m² each,” he said."),
        ("list_item", "40 homes in Dunmere"),
        ("list_item", "50 homes in Sheer"),
        ("caption", "Some of the 120 homes. Picture: Joe Bloggs"),
        ("paragraph", "The money went to the roads."),
        ("caption", "Homes sold"),
        (
            "paragraph",
            "A table made of divisions follows this paragraph and says the same for the reader.",
        ),
        ("correction", "This article was amended on 1 June 2024. An earlier version said 130 homes."),
    ]


def test_tables_have_their_heads(tmp_path: Path) -> None:
    sold, divisions = only(PAGE, tmp_path).tables
    assert (sold.caption, sold.heads) == ("Homes sold", ("Town", "2022", "2023"))
    assert sold.rows == (("Dunmere", "30", "40"), ("Sheer", "20", "50"))
    assert (divisions.heads, divisions.rows) == (("Town", "2024"), (("Dunmere", "41"),))


def test_the_page_tells_where_it_is_from(tmp_path: Path) -> None:
    document = only(PAGE, tmp_path)
    assert (document.title, document.outlet) == ("Council sells 120 homes", "The Dunmere Post")
    assert (document.published, document.modified) == (date(2024, 5, 31), date(2024, 6, 1))
    assert (document.byline, document.url) == ("Ann Lee, Bob Ray", "https://dunmere.example/a")


TEXT = "Council sells 120 homes\n\nThe council sold 120 homes last year, 40 of them in the town of Dunmere."


def test_a_year_in_the_small_print_is_no_date(tmp_path: Path) -> None:
    assert only(web_page(TEXT), tmp_path).published is None


def test_an_archived_copy_names_what_it_copies(tmp_path: Path) -> None:
    link = (
        '<link rel="canonical" href="https://web.archive.org/web/20240601000000/https://dunmere.example/a">'
    )
    toolbar = '<div id="wm-ipp-base"><div id="wm-ipp">112 captures 1 Jun 2019 - 30 Jul 2024</div></div>'
    page = web_page(TEXT, head=link).replace("<body>", f"<body>{toolbar}")
    document = only(page, tmp_path)
    assert document.url == "https://dunmere.example/a"
    assert "captures" not in document.text


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
def test_the_encoding_that_a_page_names_is_used(declared: str, tmp_path: Path) -> None:
    page = web_page(TEXT.replace("120 homes last", "£1.2m of homes “cheap” last"))
    data = page.replace('charset="utf-8"', f'charset="{declared}"').encode("cp1252")
    assert "£1.2m of homes “cheap”" in only(data, tmp_path).text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 50_000 + "<p>120 homes</p>",
        "<html><body><p>" + "<b>" * 20_000 + "120 homes",
        "<html>" + "<table><tr><td>" * 3_000 + "120",
        "<html><body><p>" + "&lt;" * 100_000,
        "<html><script type='application/ld+json'>" + "[" * 20_000,
    ],
    ids=["divisions", "bold", "tables", "entities", "data"],
)
def test_hostile_pages_are_a_problem_or_a_document(page: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page)
    (found,) = read(file)
    assert isinstance(found, Document | Problem)
