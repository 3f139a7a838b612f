"""What people take away: the report as a page, and all of it as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from extractor.model import Review
from extractor.read.pictures import BUDGET, pictures_of
from extractor.report.html import render_html
from extractor.report.json import render_json
from extractor.report.pages import Sheet, boxes_of
from extractor.web.desk import Pages


def html_download(pages: Pages, request: Request, review: Review) -> Response:
    """The report without what was dismissed, as one file."""
    work = request.path_params["work"]
    board = pages.desk.board(work, review)
    page = render_html(
        board.shown,
        made=date.today(),
        signed=pages.desk.signed(work),
        sheets=_sheets(pages, work, board.shown),
    )
    return _file(page, "text/html", work, "html")


def _sheets(pages: Pages, work: str, review: Review) -> dict[str, list[Sheet]]:
    """Pictures of the pages of dropped PDFs."""
    made: dict[str, list[Sheet]] = {}
    left = BUDGET
    for kept in pages.bench.store.files(work, "story"):
        document = next((d for d in review.documents if d.source == kept.name and d.id not in made), None)
        if document is not None:
            pictures = pictures_of(kept.data, boxes_of(review, document), left)
            left -= sum(len(p.png) for p in pictures)
            made[document.id] = [Sheet(p.page, p.width, p.height, p.png) for p in pictures]
    return made


def json_download(pages: Pages, request: Request, review: Review) -> Response:
    """The review as `crossfoot check --format json` gives it, with decisions and corrections beside it."""
    work, store = request.path_params["work"], pages.bench.store
    board = pages.desk.board(work, review)
    told = {
        "review": json.loads(render_json(review)),
        "keys": {f.id: board.key(f) for f in review.findings},
        "entries": [asdict(e) for e in store.entries(work)],
        "corrections": [asdict(c) for c in store.corrections(work)],
        "signed": pages.desk.signed(work),
    }
    return _file(
        json.dumps(told, default=str, ensure_ascii=False, indent=1), "application/json", work, "json"
    )


def _file(text: str, kind: str, work: str, ending: str) -> Response:
    name = re.sub(r"[^\w-]", "", work)
    headers = {"Content-Disposition": f'attachment; filename="crossfoot-{name}.{ending}"'}
    return Response(text, media_type=kind, headers=headers)
