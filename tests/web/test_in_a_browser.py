"""The review page in a real Chromium: a day at the desk, and stories that would like to run something."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.served import STORY, Client, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PDF = "corpora/made/chess-marathon-community.plain-headline.pdf"
HOSTILE = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"


def new_page(browser: Browser, complaints: list[str], **options: Any) -> Page:
    """A page that writes down what it complains of and what it asks others for."""
    page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}).new_page()
    page.set_default_timeout(10_000)
    page.on("console", lambda m: None if " 422 " in m.text else complaints.append(m.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    page.on("request", lambda r: None if "//127.0.0.1:" in r.url else complaints.append(r.url[:200]))
    return page


def paste(page: Page, client: Client, text: str = STORY) -> None:
    page.goto(f"http://127.0.0.1:{client.port}/")
    page.get_by_label("Paste a story").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    page.locator(".story").wait_for()


def drop(page: Page, file: Path) -> None:
    """A file let go over the page."""
    carried = page.evaluate_handle(
        """([name, bytes]) => {
            const carried = new DataTransfer();
            const data = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
            carried.items.add(new File([data], name, { type: "application/pdf" }));
            return carried;
        }""",
        [file.name, b64encode(file.read_bytes()).decode()],
    )
    page.dispatch_event(".zone", "drop", {"dataTransfer": carried})


@pytest.mark.shared
def test_the_first_story_is_questioned_at_its_words(browser: Browser, client: Client, shared: Path) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted((shared / "stories").glob("*.txt"))]
    story = next(t for t in texts if "slightly higher than the national average" in t)
    page = new_page(browser, complaints := [])
    paste(page, client, story)
    asked = page.locator(".story .figure.error", has_text="slightly higher")
    assert asked.inner_text().startswith("slightly higher")
    told = page.locator(".card.error .arithmetic").all_inner_texts()
    assert any("12.35 to 13.45 points" in arithmetic for arithmetic in told)
    page.context.close()
    assert complaints == []


def test_a_day_at_the_desk(browser: Browser, tmp_path: Path, root: Path) -> None:
    complaints: list[str] = []
    store = tmp_path / "desk.sqlite"
    with served(store) as client:
        page = new_page(browser, complaints)
        paste(page, client)
        address = page.url.partition(str(client.port))[2]

        marked = page.locator(".story .figure.error", has_text="slightly higher")
        assert marked.inner_text() == "slightly higher than the national average"
        card = page.locator(".card.error")
        assert "58.2% − 42.5 to 43.5%" in card.locator(".arithmetic").inner_text()
        assert card.locator(".line svg").is_visible()

        card.get_by_text("Correct what was read").click()
        card.locator(".mending .slots > summary", has_text="57 per cent").click()
        form = card.locator(".mending .slots[open] form")
        form.get_by_label("Counts those that did not").uncheck()
        form.get_by_role("button", name="Check again").click()
        page.locator(".flash").wait_for()
        assert page.locator(".story .figure.error", has_text="slightly higher").count() == 0
        assert page.locator(".story .figure.consistent", has_text="slightly higher").count() == 1
        assert "less than 50%" in page.locator(".card.error .arithmetic").inner_text()  # "more than half"

        with page.expect_download() as waited:
            page.get_by_text("Download report").click()
        report = tmp_path / "report.html"
        waited.value.save_as(report)
        assert "Machine-made and unreviewed" in report.read_text(encoding="utf-8")

        page.goto(f"http://127.0.0.1:{client.port}/")
        drop(page, root / PDF)
        assert page.locator(".named").inner_text() == Path(PDF).name
        page.get_by_role("button", name="Check", exact=True).click()
        page.locator(".story .figure").first.wait_for()
        page.wait_for_load_state("networkidle")

    with served(store) as client:
        page.goto(f"http://127.0.0.1:{client.port}/")
        assert page.locator(".works li").count() == 2
        page.goto(f"http://127.0.0.1:{client.port}{address}")
        page.locator(".story").wait_for()
        assert "less than 50%" in page.locator(".card.error .arithmetic").inner_text()
        assert page.locator(".slots.corrected").count() >= 1
        page.context.close()
    assert complaints == []


def test_a_hostile_story_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    complaints: list[str] = []
    rows = "<tr><td>A &lt;script&gt;1&lt;/script&gt;</td><td>12</td></tr>"
    table = f"<table><tr><th>Town{HOSTILE}</th><th>Lets</th></tr>{rows}</table>"
    body = "".join(f"<p>{p}</p>" for p in STORY.split("\n\n")[1:])
    shown = HOSTILE.replace("<", "&lt;")
    article = f"<article><h1>{shown} lets 320 times</h1>{body}{table}</article>"
    html = f"<html><head><title>{shown}</title></head><body>{article}</body></html>"
    with served() as client:
        page = new_page(browser, complaints)
        paste(page, client, f"{HOSTILE} lets 320 times\n\n{HOSTILE} {STORY}")
        assert "<script>" in page.locator(".story").inner_text()
        files = [
            {"name": f"{HOSTILE.replace('/', '')}.txt", "mimeType": "text/plain", "buffer": STORY.encode()},
            {"name": "page.html", "mimeType": "text/html", "buffer": html.encode()},
        ]
        page.goto(f"http://127.0.0.1:{client.port}/")
        page.locator("#stories").set_input_files(files)  # type: ignore[arg-type]
        page.get_by_role("button", name="Check", exact=True).click()
        page.locator(".story").first.wait_for()
        for mark in page.locator(".story .figure").all()[:6]:
            mark.hover()
        assert page.title() != "ran"
        assert page.locator(".story img, .about img, .story script").count() == 0
        with page.expect_download() as waited:
            page.get_by_text("Download report").click()
        report = tmp_path / "report.html"
        waited.value.save_as(report)
        page.goto(report.as_uri())
        assert page.evaluate("document.scripts.length") == 1
        assert page.title() != "ran"
        page.context.close()
    assert [c for c in complaints if "report.html" not in c] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_fault_of_accessibility(browser: Browser, client: Client, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = new_page(
        browser, [], color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    found = []
    paste(page, client)
    page.get_by_text("Accept").locator("visible=true").first.click()
    page.locator(".stands").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    addresses = (page.url, f"{page.url}/query", f"http://127.0.0.1:{client.port}/")
    for address in addresses:
        if address != page.url:
            page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found += Axe().run(page).response["violations"]
    page.context.close()
    assert [(v["id"], v["impact"], v["nodes"][0]["html"][:200]) for v in found] == []
