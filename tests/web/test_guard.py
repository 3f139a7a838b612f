"""Strangers are turned away: other hosts, other sites, no token, too much."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from extractor.web.bench import Limits
from extractor.web.guard import comes_from_us, names_us
from tests.web.served import STORY, Client, served


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("localhost:8765", True),
        ("127.0.0.1:8765", True),
        ("[::1]:8765", True),
        ("192.168.1.7", True),  # nobody's name leads to a bare address
        ("desk.example:80", True),
        ("DESK.example", True),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("", False),
        ("[", False),
    ],
)
def test_a_page_answers_to_its_own_names_alone(host: str, ours: bool) -> None:
    assert names_us(host, ("desk.example",)) is ours


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({}, True),
        ({"origin": "http://127.0.0.1:8765"}, True),
        ({"origin": "http://127.0.0.1:8766"}, False),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "same-origin"}, True),
    ],
)
def test_another_site_cannot_send_a_form(headers: dict[str, str], ours: bool) -> None:
    assert comes_from_us(Headers({"host": "127.0.0.1:8765", **headers})) is ours


def test_a_rebound_name_gets_nothing(client: Client) -> None:
    answer = client.get("/", {"Host": "evil.example"})
    assert answer.status == 421
    assert "Check a story" not in answer.text


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_a_form_of_another_site_is_refused(client: Client, headers: dict[str, str]) -> None:
    assert client.post("/works", {"text": STORY}, headers).status == 403


def test_a_form_without_our_word_is_refused(client: Client) -> None:
    assert client.post("/works", {"text": STORY, "csrf": "guessed"}).status == 403


def test_every_answer_forbids_what_is_not_ours(client: Client) -> None:
    for path in ("/", "/works/none", "/static/desk.js", "/static/../store.py"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_only_our_own_files_are_handed_out(client: Client) -> None:
    assert client.get("/static/desk.css").status == 200
    for path in ("/static/store.py", "/static/..%2Fstore.py", "/static/%2e%2e/app.py"):
        assert client.get(path).status == 404


def test_a_token_is_asked_for_and_kept() -> None:
    with served(token="swordfish") as client:
        assert client.get("/").status == 401
        assert client.get("/?token=guessed").status == 401
        assert client.get("/", {"Authorization": "Bearer swordfish"}).status == 200
        assert client.ask("POST", "/works", b"text=x").status == 401
        entered = client.get("/?token=swordfish")
        assert (entered.status, entered.headers["location"]) == (303, "/")
        assert "httponly" in entered.headers["set-cookie"].lower()
        assert client.get("/").status == 200


def test_a_request_has_its_limit() -> None:
    with served(limits=Limits(size=1)) as client:
        assert client.ask("POST", "/works", headers={"Content-Length": "1000001"}).status == 413
        chunked = {"Transfer-Encoding": "chunked", "Content-Type": "application/x-www-form-urlencoded"}
        body = b"".join(b"%x\r\n%s\r\n" % (100_000, b"x" * 100_000) for _ in range(11))
        assert client.ask("POST", "/works", body, chunked).status == 413


def test_a_text_has_its_limit() -> None:
    with served(limits=Limits(characters=300)) as client:
        _, page = client.paste()
        assert "characters are more than the 300" in page
