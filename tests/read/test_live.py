"""Live pages: each paragraph knows when its post went up, and later posts do not contradict earlier ones."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.model import Document
from extractor.pipeline import review_documents
from extractor.read import read

POSTS = (
    (
        "2024-01-05T14:30:00Z",
        "Power back for 300 homes",
        "The grid company says that 300 homes have light again.",
    ),
    ("2024-01-05T12:10:00Z", "4,500 homes are dark", "The storm has cut off 4,500 homes, the company says."),
    ("2024-01-05T10:00:00Z", "Storm is here", "The storm has cut off 2,100 homes, the company says."),
)
TIMES = [datetime.fromisoformat(time) for time, _, _ in POSTS]
STATED = {
    "@type": "LiveBlogPosting",
    "headline": "Storm Ada as it happened",
    "liveBlogUpdate": [
        {"@type": "BlogPosting", "datePublished": t, "headline": h, "articleBody": b} for t, h, b in POSTS
    ],
}


def only(page: str, tmp_path: Path) -> Document:
    file = tmp_path / "live.html"
    file.write_text(page, encoding="utf-8")
    (found,) = read(file)
    assert isinstance(found, Document), found
    return found


def live_page(name: str = "live-blog", tag: str = "div", top: str = "", posts: str | None = None) -> str:
    own = "".join(
        f'<{tag} class="post"><p><time datetime="{t}">{t[11:16]}</time></p><h2>{h}</h2><p>{b}</p></{tag}>'
        for t, h, b in POSTS
    )
    return (
        f'<!doctype html><html lang="en"><head><title>Storm Ada</title>{top}</head><body><main>'
        f"<h1>Storm Ada as it happened</h1><p>The storm came in over the hills and all roads are shut.</p>"
        f'<div class="{name}">{own if posts is None else posts}</div></main></body></html>'
    )


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def timed(document: Document) -> list[tuple[str, datetime | None]]:
    return [(b.span.of(document.text), b.posted) for b in document.blocks]


@pytest.mark.parametrize("tag", ["div", "article", "section"])
def test_each_paragraph_of_a_post_has_its_time(tag: str, tmp_path: Path) -> None:
    document = only(live_page(tag=tag), tmp_path)
    found = dict(timed(document))
    for time, (_, heading, body) in zip(TIMES, POSTS, strict=True):
        assert found[heading] == found[body] == time
    assert found["Storm Ada as it happened"] is None
    assert found["The storm came in over the hills and all roads are shut."] is None
    assert {b.kind for b in document.blocks if b.span.of(document.text) == POSTS[1][1]} == {"heading"}


def test_a_page_that_calls_itself_live_in_its_data_alone_is_live(tmp_path: Path) -> None:
    document = only(live_page(name="entries", top=linked({"@type": "LiveBlogPosting"})), tmp_path)
    assert dict(timed(document))[POSTS[0][2]] == TIMES[0]


def test_times_on_any_other_page_are_left_alone(tmp_path: Path) -> None:
    document = only(live_page(name="comments"), tmp_path)
    assert {time for _, time in timed(document)} == {None}


def test_a_day_is_no_time_of_day(tmp_path: Path) -> None:
    days = "".join(
        f'<div><time datetime="2024-01-0{i}">x</time><p>{b}</p></div>' for i, (_, _, b) in enumerate(POSTS, 1)
    )
    document = only(live_page(posts=days), tmp_path)
    assert {time for _, time in timed(document)} == {None}


def test_posts_that_only_a_script_would_draw_are_taken_from_the_data(tmp_path: Path) -> None:
    document = only(live_page(top=linked(STATED), posts=""), tmp_path)
    found = dict(timed(document))
    assert [found[body] for _, _, body in POSTS] == TIMES


def test_posts_on_the_page_are_not_taken_twice(tmp_path: Path) -> None:
    text = only(live_page(top=linked(STATED)), tmp_path).text
    assert [text.count(body) for _, _, body in POSTS] == [1, 1, 1]


@pytest.mark.parametrize(
    "update", [None, 5, "text", [], [3], [{"articleBody": 4}], [{"datePublished": "soon"}]]
)
def test_data_that_are_no_posts_are_passed_over(update: object, tmp_path: Path) -> None:
    page = live_page(name="x", top=linked({"@type": "LiveBlogPosting", "liveBlogUpdate": update}), posts="")
    document = only(page, tmp_path)
    assert {time for _, time in timed(document)} == {None}


def test_a_time_with_an_offset_keeps_it(tmp_path: Path) -> None:
    post = '<div><time datetime="2024-01-05T09:00:00+01:00">9</time><p>{}</p></div>'
    document = only(live_page(posts="".join(post.format(b) for _, _, b in POSTS)), tmp_path)
    assert dict(timed(document))[POSTS[0][2]] == datetime(2024, 1, 5, 8, tzinfo=UTC)


@pytest.mark.parametrize(("name", "verdicts"), [("live-blog", set()), ("entries", {"mismatch"})])
def test_a_later_post_does_not_contradict_an_earlier_one(
    name: str, verdicts: set[str], tmp_path: Path
) -> None:
    told = (
        "That is 60 per cent of the homes on the quay.",
        "Of the 480 homes on the quay, 240 are for rent.",
    )
    posts = "".join(
        f'<div><time datetime="{p[0]}">x</time><p>{t}</p></div>'
        for p, t in zip(POSTS, told[::-1], strict=False)
    )
    review = review_documents([only(live_page(name=name, posts=posts), tmp_path)])
    assert {f.verdict for f in review.findings} == verdicts


def test_a_page_with_neither_article_nor_posts_is_still_an_error(tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_text(
        f"<html><head>{linked({'@type': 'LiveBlogPosting'})}</head><body></body></html>", encoding="utf-8"
    )
    (found,) = read(file)
    assert not isinstance(found, Document)
    assert "no article" in found.message
