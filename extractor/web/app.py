"""The application: every address of the review page and what it answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from hmac import compare_digest
from typing import Any
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from extractor.errors import CrossfootError
from extractor.model import Review
from extractor.report.layout import clean
from extractor.web.bench import Bench, Job
from extractor.web.checker import NotDoneError
from extractor.web.desk import Desk, Pages, Refused
from extractor.web.download import html_download, json_download
from extractor.web.guard import Guard, Rules, TooLongError, too_long
from extractor.web.ordering import order_of
from extractor.web.pages import ASSETS, asset, page, report_page
from extractor.web.query import drafted

NAME_COOKIE = "crossfoot_name"
#: Who decided where no name was given.
NOBODY = "somebody"
#: Seconds that a browser waits for a short text before it sees the page of work in progress.
PATIENCE = 1.5
#: Fields of one form; a drop has as many files as the limits allow.
FIELDS = 40

Answer = Callable[["Pages", Request], Awaitable[Response]]


def application(bench: Bench, rules: Rules) -> Guard:
    """The review page over a bench, behind its guard."""
    pages = Pages(bench, Desk(bench), bench.store.secret())

    def route(path: str, answer: Answer, *methods: str) -> Route:
        return Route(path, partial(answer, pages), methods=list(methods or ("GET",)))

    work = "/works/{work}"
    routes = [
        route("/", start),
        route("/name", named, "POST"),
        route("/works", taken, "POST"),
        route(work, shown),
        route(f"{work}/progress", progress),
        route(f"{work}/stop", stopped, "POST"),
        route(f"{work}/findings", decided, "POST"),
        route(f"{work}/claims", corrected, "POST"),
        route(f"{work}/sign", signed, "POST"),
        route(f"{work}/remove", removed, "POST"),
        route(f"{work}/query", query),
        route(f"{work}/query", query_kept, "POST"),
        route(f"{work}/report.html", report_html),
        route(f"{work}/report.json", report_json),
        Route("/static/{name}", static),
    ]

    async def too_much(_: Request, __: Exception) -> Response:
        return too_long(rules.most_bytes)

    handlers: dict[Any, Any] = {404: _nothing_here, TooLongError: too_much, NotDoneError: _not_done}
    return Guard(Starlette(routes=routes, exception_handlers=handlers), rules)


def _of_our_own(answer: Callable[[Pages, Request, FormData], Awaitable[Response]]) -> Answer:
    """An answer to a form: refused where the form does not hold the word that our pages know."""

    @wraps(answer)
    async def checked(pages: Pages, request: Request) -> Response:
        limits = pages.bench.limits
        async with request.form(
            max_files=limits.files, max_fields=FIELDS, max_part_size=limits.most_bytes
        ) as form:
            if not compare_digest(str(form.get("csrf", "")).encode(), pages.csrf.encode()):
                return _told("This page is out of date", "Reload it and try again.", "/", 403)
            try:
                return await answer(pages, request, form)
            except (CrossfootError, Refused) as error:
                return _told("That did not work", str(error), _work_address(request), 422)

    return checked


async def start(pages: Pages, request: Request, trouble: str = "") -> Response:
    """The first page."""
    store = pages.bench.store
    return HTMLResponse(
        page(
            "start.html.j2",
            works=store.works(),
            csrf=pages.csrf,
            who=_who(request),
            trouble=trouble,
            limits=pages.bench.limits,
            kept=store.path is not None,
        ),
        422 if trouble else 200,
    )


@_of_our_own
async def named(_: Pages, __: Request, form: FormData) -> Response:
    """Keep the name that decisions carry."""
    back = str(form.get("back", "/"))
    answer = _to(back if back.startswith("/works/") else "/")
    answer.set_cookie(NAME_COOKIE, quote(_plain(form, "who")[:80]), max_age=31_536_000, samesite="strict")
    return answer


@_of_our_own
async def taken(pages: Pages, request: Request, form: FormData) -> Response:
    """Begin with what was pasted or dropped."""
    order = await order_of(form)
    if not order.text.strip() and not order.stories:
        return await start(pages, request, "Paste a story or choose a file first.")
    job = pages.bench.take(order)
    await run_in_threadpool(_wait, job)
    return _to(f"/works/{job.work}")


def _wait(job: Job) -> None:
    """Until a job is done, but not for long."""
    from concurrent.futures import wait

    if job.future is not None:
        wait([job.future], PATIENCE)


async def shown(pages: Pages, request: Request) -> Response:
    """A work's page, or how far it is."""
    job = await run_in_threadpool(pages.bench.job, request.path_params["work"])
    if job is None:
        return _told("Not here", "There is no work of that name; it may have been removed.", "/", 404)
    if job.is_done and job.trouble is not None:
        await run_in_threadpool(pages.bench.try_again_later, job.work)
        return _told("Nothing could be checked", job.trouble, "/", 422)
    if not job.is_done:
        return HTMLResponse(page("waiting.html.j2", job=job, csrf=pages.csrf, limits=pages.bench.limits), 202)
    return await run_in_threadpool(_work_page, pages, request, job.work)


def _work_page(pages: Pages, request: Request, work: str) -> Response:
    review = pages.bench.review(work)
    if review is None:
        return _to(f"/works/{work}")
    told = report_page(
        review,
        pages.desk.board(work, review),
        pages.csrf,
        who=_who(request),
        signed=pages.desk.signed(work),
        flash=pages.desk.news(work),
        tables=pages.bench.store.names(work, "table"),
    )
    return HTMLResponse(told)


async def progress(pages: Pages, request: Request) -> Response:
    """How far a work is, for the page that waits."""
    job = await run_in_threadpool(pages.bench.job, request.path_params["work"])
    if job is None:
        return JSONResponse({"done": True}, 404)
    return JSONResponse({"done": job.is_done, "step": job.step})


@_of_our_own
async def stopped(pages: Pages, request: Request, _: FormData) -> Response:
    """End work in progress."""
    pages.bench.stop(request.path_params["work"])
    return _to(_work_address(request))


@_of_our_own
async def decided(pages: Pages, request: Request, form: FormData) -> Response:
    """Accept, dismiss, note, or set the state of a finding."""
    work, key = request.path_params["work"], _plain(form, "finding")
    what, text = _plain(form, "what"), _plain(form, "text")
    await run_in_threadpool(pages.desk.decide, work, key, what, text, _who(request) or NOBODY)
    return _to(f"/works/{quote(work)}")


@_of_our_own
async def corrected(pages: Pages, request: Request, form: FormData) -> Response:
    """Lay corrections over a claim, or take them away."""
    work, claim = request.path_params["work"], _plain(form, "claim")
    if form.get("undo"):
        await run_in_threadpool(pages.desk.undo, work, claim, _who(request) or NOBODY)
    else:
        given = {name: _plain(form, name) for name in ("measure", "base", "place", "period")}
        given["negated"] = "yes" if form.get("negated") else "no"
        await run_in_threadpool(pages.desk.correct, work, claim, given, _who(request) or NOBODY)
    return _to(f"/works/{quote(work)}")


@_of_our_own
async def signed(pages: Pages, request: Request, form: FormData) -> Response:
    """A second reader stands for the report."""
    work = request.path_params["work"]
    await run_in_threadpool(pages.desk.sign, work, _plain(form, "who")[:80])
    return _to(f"/works/{quote(work)}")


@_of_our_own
async def removed(pages: Pages, request: Request, _: FormData) -> Response:
    """Forget a work."""
    work = request.path_params["work"]
    pages.bench.forget(work)
    await run_in_threadpool(pages.bench.store.remove, work)
    return _to("/")


async def query(pages: Pages, request: Request) -> Response:
    """The letter to the editor."""
    return await run_in_threadpool(_with_review, pages, request, _query_page)


def _query_page(pages: Pages, request: Request, review: Review) -> Response:
    name = request.path_params["work"]
    board = pages.desk.board(name, review)
    letter = pages.desk.draft(name) or drafted(review, board.accepted)
    work = pages.bench.store.work(name)
    return HTMLResponse(page("query.html.j2", work=work, letter=letter, csrf=pages.csrf))


@_of_our_own
async def query_kept(pages: Pages, request: Request, form: FormData) -> Response:
    """Keep a letter as somebody changed it, or forget it for a new draft."""
    work = request.path_params["work"]
    letter = "" if form.get("anew") else str(form.get("letter", ""))[:100_000]
    await run_in_threadpool(pages.desk.keep_draft, work, letter, _who(request) or NOBODY)
    return _to(f"/works/{quote(work)}/query")


async def report_html(pages: Pages, request: Request) -> Response:
    """The report as a file."""
    return await run_in_threadpool(_with_review, pages, request, html_download)


async def report_json(pages: Pages, request: Request) -> Response:
    """The review with what people said of it, for other programs."""
    return await run_in_threadpool(_with_review, pages, request, json_download)


def _with_review(
    pages: Pages, request: Request, answer: Callable[[Any, Request, Review], Response]
) -> Response:
    review = pages.bench.review(request.path_params["work"])
    return _to(_work_address(request)) if review is None else answer(pages, request, review)


async def static(request: Request) -> Response:
    """One of our own files."""
    name = request.path_params["name"]
    if name not in ASSETS:
        return Response("no such file", 404)
    return Response(asset(name), media_type=ASSETS[name][1])


async def _not_done(_: Request, error: Exception) -> Response:
    return _told("That came to no end", str(error), "/", 422)


async def _nothing_here(_: Request, __: Exception) -> Response:
    return _told("Not here", "There is no such page.", "/", 404)


def _told(title: str, message: str, back: str, status: int) -> Response:
    return HTMLResponse(page("told.html.j2", title=title, message=message, back=back), status)


def _to(address: str) -> RedirectResponse:
    return RedirectResponse(address, 303)


def _work_address(request: Request) -> str:
    work = request.path_params.get("work")
    return f"/works/{quote(work)}" if work else "/"


def _who(request: Request) -> str:
    return clean(unquote(request.cookies.get(NAME_COOKIE, ""))).strip()[:80]


def _plain(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return clean(value).strip() if isinstance(value, str) else ""
