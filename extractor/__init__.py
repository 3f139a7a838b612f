"""Crossfoot: finds every figure in a news story, works out what it claims, and checks the claims.

>>> from extractor import check
>>> review = check("story.html")                                    # doctest: +SKIP
>>> for finding in review.findings:                                 # doctest: +SKIP
...     print(finding.verdict, finding.arithmetic)

What this module hands out is imported when it is first used: `import extractor` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Amount",
    "Claim",
    "Comparison",
    "CrossfootError",
    "Document",
    "Figure",
    "Finding",
    "Problem",
    "ReadOptions",
    "Review",
    "__version__",
    "check",
    "claims",
    "review_documents",
]

if TYPE_CHECKING:
    from extractor.errors import CrossfootError
    from extractor.model import Amount, Claim, Comparison, Document, Figure, Finding, Problem, Review
    from extractor.pipeline import check, claims, review_documents
    from extractor.read import ReadOptions

#: Name → the module that it comes from.
_HOMES = {
    "CrossfootError": "errors",
    "ReadOptions": "read",
    **dict.fromkeys(("check", "claims", "review_documents"), "pipeline"),
    **dict.fromkeys(
        ("Amount", "Claim", "Comparison", "Document", "Figure", "Finding", "Problem", "Review"), "model"
    ),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
