"""The names of places that everybody knows, and the word lists around them: `data/places.toml`."""

from __future__ import annotations

from functools import cache

from extractor.lexicon import table


@cache
def gazetteer() -> dict[str, str]:
    """Printed name → key; a US state's key names its country, so that "in the US" may hold it."""
    keys: dict[str, str] = {}
    for section in ("cities", "counties", "provinces", "states_us", "nations", "countries", "regions"):
        for row in table("places")[section]:
            forms = row.split("|")
            key = forms[0].lower() + (", united states" if section == "states_us" else "")
            keys.update(dict.fromkeys(forms, key))
    return keys


def is_site(name: str) -> bool:
    """True for a lake, a school or an estate: a place within the one that a text is about."""
    parts = name.split()
    return len(parts) > 1 and (parts[0] in listed("site_first") or parts[-1] in listed("site_words"))


@cache
def listed(*sections: str) -> frozenset[str]:
    """The words of some sections of the table of places."""
    return frozenset(w for s in sections for w in table("places")[s])
