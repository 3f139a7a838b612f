"""Official tables given beside a story, through the page in a real Chromium."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from tests.web.served import served
from tests.web.test_in_a_browser import HOSTILE, new_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

STORY = """\
Thornby lets its hall more often

Thornby recorded 320 lettings in 2022-23, the trust that runs the hall said. There were 290 lettings in \
Thornby in 2021-22.

The county recorded 1,861 lettings in 2022-23."""
ROWS: list[list[str | int]] = [
    ["Hall", "Lettings 2021-22", "Lettings 2022-23"],
    ["Thornby", 290, 341],
    ["Marsh Dene", 460, 421],
    ["Upper Slade", 500, 540],
    ["Crane Hill", 498, 559],
    ["County", 1748, 1861],
]
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def xlsx(rows: list[list[str | int]] = ROWS) -> FilePayload:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(kept := BytesIO())
    return {"name": "halls.xlsx", "mimeType": SPREADSHEET, "buffer": kept.getvalue()}


def csv(rows: list[list[str | int]] = ROWS, name: str = "halls.csv") -> FilePayload:
    lines = "\n".join(",".join(str(cell) for cell in row) for row in rows)
    return {"name": name, "mimeType": "text/csv", "buffer": lines.encode()}


def check(page: Page, port: int, *tables: FilePayload) -> None:
    page.goto(f"http://127.0.0.1:{port}/")
    page.get_by_label("Paste a story").fill(STORY)
    page.get_by_text("Date and official tables").click()
    page.get_by_label("Tables to check against").set_input_files(list(tables))
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".story").wait_for()


@pytest.mark.parametrize("table", [xlsx(), csv()], ids=["xlsx", "csv"])
def test_a_figure_is_looked_up_in_a_table(browser: Browser, tmp_path: Path, table: FilePayload) -> None:
    complaints: list[str] = []
    store = tmp_path / "desk.sqlite"
    with served(store) as client:
        page = new_page(browser, complaints)
        check(page, client.port, table)
        address = page.url.partition(str(client.port))[2]
        assert page.locator(".against").inner_text() == f"Also checked against {table['name']}."
        asked = page.locator(".story .figure.error")
        assert asked.all_inner_texts() == ["320"]
        assert page.locator(".story .figure.consistent").all_inner_texts() == ["290", "1,861"]
        card = page.locator(".card.error")
        assert "gives 341 for Thornby, Lettings 2022-23" in card.inner_text()
        assert f"= 341 ({table['name']}, row 1, column 3)" in card.locator(".arithmetic").inner_text()
        card.get_by_role("button", name="Accept").click()
        page.locator(".stands").wait_for()
        page.get_by_text("Query to the editor (1)").click()
        letter = page.locator("#letter").input_value()
        assert "Is this the entry of the table that the sentence means: Thornby" in letter
        assert "read together" not in letter
    with served(store) as client:  # the table is there after a restart
        page.goto(f"http://127.0.0.1:{client.port}{address}")
        page.locator(".story").wait_for()
        assert page.locator(".story .figure.error").all_inner_texts() == ["320"]
        page.locator(".card.error").get_by_text("Correct what was read").click()
        page.locator(".card.error .mending .slots > summary").click()
        form = page.locator(".card.error .mending .slots[open] form")
        form.get_by_label("When").fill("2019-20")
        form.get_by_role("button", name="Check again").click()
        page.locator(".flash").wait_for()
        assert page.locator(".story .figure.error").count() == 0  # not looked up by what was read
        with page.expect_download() as waited:
            page.get_by_text("Download report").click()
        assert waited.value.failure() is None
        page.context.close()
    assert complaints == []


def test_two_tables_are_both_asked(browser: Browser) -> None:
    more: list[list[str | int]] = [["Hall", "Visitors 2022-23"], ["Thornby", 9000], ["County", 41000]]
    with served() as client:
        page = new_page(browser, complaints := [])
        check(page, client.port, csv(more, "visitors.csv"), xlsx())
        assert page.locator(".against").inner_text() == "Also checked against visitors.csv, halls.xlsx."
        assert page.locator(".story .figure.error").all_inner_texts() == ["320"]
        page.context.close()
    assert complaints == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.txt", b"Nobody counted anything here."),
        ("broken.xlsx", b"PK\x03\x04 and then nothing"),
        ("empty.csv", b""),
    ],
)
def test_a_file_without_a_table_is_told(browser: Browser, name: str, data: bytes) -> None:
    with served() as client:
        page = new_page(browser, complaints := [])
        check(page, client.port, {"name": name, "mimeType": "text/plain", "buffer": data})
        told = page.locator(".problems").inner_text()
        assert name in told
        assert "/tmp" not in told
        assert page.locator(".story .figure").count() == 3
        page.context.close()
    assert complaints == []


def test_a_hostile_table_runs_nothing(browser: Browser) -> None:
    rows = [[f"{cell}{HOSTILE}" if n == 0 else cell for cell in row] for n, row in enumerate(ROWS)]
    rows[1][0] = "Thornby"
    with served() as client:
        page = new_page(browser, complaints := [])
        check(page, client.port, {**xlsx(rows), "name": f"{HOSTILE.replace('/', '')}.xlsx"})
        assert page.title() != "ran"
        assert page.locator(".against img, .against script, .card img, .card script").count() == 0
        assert "<script>" in page.locator(".against").inner_text()
        page.context.close()
    assert complaints == []
