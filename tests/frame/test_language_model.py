"""Loading the model: what of spaCy comes with it, and what waits until it is asked for."""

import subprocess
import sys

LOAD = """
import sys
from extractor.frame import load_model
load_model()
print("spacy.cli" in sys.modules, "weasel" in sys.modules)
"""


def told(code: str) -> list[str]:
    """What a fresh Python prints that loads the model and then runs this."""
    command = [sys.executable, "-c", LOAD + code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_the_command_line_of_spacy_stays_out():
    assert told("") == ["False False"]


def test_it_comes_when_it_is_asked_for():
    asked = "import spacy\nprint(callable(spacy.cli.download), 'spacy.cli' in sys.modules)"
    assert told(asked)[1:] == ["True True"]


def test_it_can_be_imported():
    asked = "from spacy.cli import download, info\nprint(callable(download), callable(info))"
    assert told(asked)[1:] == ["True True"]


def test_spacy_tells_what_is_installed():
    assert (
        told("import spacy\nprint(spacy.info(silent=True)['spacy_version'] == spacy.__version__)")[-1]
        == "True"
    )


def test_what_spacy_has_not_is_missed_as_ever():
    assert told("import spacy\nprint(hasattr(spacy, 'nothing'))")[1:] == ["False"]
