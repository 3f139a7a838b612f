"""Lays out the pages of the site as they lie in the repository, so that one set of links serves both.

python docs/make_pages.py build/pages
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Pages outside of docs/.
OTHERS = (
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "gold/*.md",
    "gold/passages/*.md",
    "gold/told/*.md",
)


def lay(folder: Path) -> None:
    """Put the pages into a folder, in place of whatever was in it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for path in (p for pattern in OTHERS for p in ROOT.glob(pattern)):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)


if __name__ == "__main__":
    lay(Path(sys.argv[1]))
