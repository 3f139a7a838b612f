"""From a form to an order: the pasted text, the dropped files, the date."""

from __future__ import annotations

from datetime import date

from starlette.datastructures import FormData, UploadFile

from extractor.errors import SettingsError
from extractor.web.bench import Dropped, Order


async def order_of(form: FormData) -> Order:
    """What a form asks for.

    Raises:
        SettingsError: the date is none.
    """
    text = form.get("text", "")
    return Order(
        # Forms send every line end as two characters.
        text=text.replace("\r\n", "\n") if isinstance(text, str) else "",
        published=_day(form.get("published")),
        stories=await _dropped(form, "stories"),
        tables=await _dropped(form, "tables"),
    )


async def _dropped(form: FormData, name: str) -> tuple[Dropped, ...]:
    files = [f for f in form.getlist(name) if isinstance(f, UploadFile) and f.filename]
    return tuple([Dropped(f.filename or "file", await f.read()) for f in files])


def _day(given: object) -> date | None:
    if not isinstance(given, str) or not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise SettingsError(f"{given[:20]} is no date; write it as 2024-05-31") from error
