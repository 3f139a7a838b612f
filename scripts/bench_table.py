"""What a story costs that is checked against a table of a million rows, beside the loading of the table."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from extractor.model import Review
from extractor.pipeline import review_documents
from extractor.read import document_from_text

#: Two of its figures are counts of the table, one right and one wrong.
STORY = "There were 5,023 deaths from cancer in Hexoaaaley in 2022, and 7,293 in Hexudaaley."
ROUNDS = 7
#: Seconds of processor time that a story should stay under.
GOAL = 2


def write_million_rows(path: Path) -> None:
    """Write the table as Parquet; its numbers follow from area and year alone."""
    import duckdb

    duckdb.connect().execute(
        "COPY (SELECT year, 'Hex' || translate(area::VARCHAR, '0123456789', 'aeioubcdfg') || 'ley' AS area,"
        " cause, sex, (area * 7 + year) % 9000 + 1 AS deaths"
        " FROM range(2021, 2023) y(year), range(55600) a(area),"
        " (VALUES ('All causes'), ('Cancer'), ('Stroke')) c(cause),"
        " (VALUES ('Persons'), ('Males'), ('Females')) s(sex)) TO $path (FORMAT parquet)",
        {"path": str(path)},
    )


def check(table: Path) -> tuple[float, Review]:
    """Seconds of processor time that one story takes, and what is said of it."""
    start = process_time()
    review = review_documents([document_from_text(STORY)], references=[table])
    return process_time() - start, review


def main() -> None:
    """Print what the first check costs, which loads the table, and the median of the next ones."""
    with TemporaryDirectory() as folder:
        table = Path(folder) / "million.parquet"
        write_million_rows(table)
        first, _ = check(table)
        later = median(check(table)[0] for _ in range(ROUNDS))
    print(f"table of a million rows: first story {first:.2f} s, next ones {later:.2f} s; goal under {GOAL} s")
    print(f"loading takes {first / later:.0f} times a story")


if __name__ == "__main__":
    main()
