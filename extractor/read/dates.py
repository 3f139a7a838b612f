"""The day in a date as files and pages carry it: ISO 8601 and the forms of mail and feeds."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime


def day(printed: str) -> date | None:
    """The day that "2024-05-31", "2024-05-31T06:00:00Z" or "Fri, 31 May 2024 06:00:00 GMT" names."""
    text = printed.strip()
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
