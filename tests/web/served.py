"""The review page served for a test on a port of its own, and a plain client that asks it anything."""

from __future__ import annotations

import atexit
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import uvicorn

from extractor.web.app import application
from extractor.web.bench import Bench, Limits
from extractor.web.checker import Checker
from extractor.web.guard import Rules
from extractor.web.store import Store

#: A hall, its hires and a mix-up of those that were paid for with those that were not.
STORY = """\
Most village halls let for nothing, figures show

The hall at Thornby was let 320 times last year, the trust that runs it said on Monday.

In the year to March 2023, 58.2 per cent of lettings were paid for, said Ann Marlow, who keeps the books.

The 58.2 rate is slightly higher than the national average.

Across England, halls were let almost 41,000 times in 2022-23. More than half of all lettings (57 per cent) \
were not paid for, the association of halls said."""


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass
class Client:
    """Asks like a browser that follows redirects by hand, and keeps cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self, method: str, path: str, body: bytes | str = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        sent = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body or None, sent)
            got = connection.getresponse()
            text = got.read().decode()
        finally:
            connection.close()
        for name, value in got.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0].strip('"')
        return Answer(got.status, {k.lower(): v for k, v in got.getheaders()}, text)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self.ask("GET", path, headers=headers)

    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="([^"]+)"', self.get("/").text)
        assert found is not None
        return found[1]

    def post(self, path: str, fields: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answer:
        """A form from our own page."""
        body = urlencode({"csrf": self.csrf(), **fields})
        return self.ask(
            "POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        )

    def drop(self, files: Mapping[str, bytes], name: str = "stories") -> Answer:
        """Files as a browser sends them."""
        edge = "edge-of-a-part"
        parts = [f'--{edge}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{self.csrf()}\r\n'.encode()]
        for file, data in files.items():
            told = file.replace('"', "%22")
            head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{told}"\r\n\r\n'
            parts.append(head.encode() + data + b"\r\n")
        body = b"".join([*parts, f"--{edge}--\r\n".encode()])
        return self.ask("POST", "/works", body, {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def opened(self, answer: Answer) -> tuple[str, str]:
        """The address of a work that was begun, and its page once it is done."""
        assert answer.status == 303, answer.text
        address = answer.headers["location"]
        for _ in range(200):
            page = self.get(address)
            if page.status != 202:
                return address, page.text
            time.sleep(0.1)
        raise AssertionError("the work is never done")

    def opened_page(self, address: str) -> str:
        """A work's page once it is done, whoever began it."""
        return self.opened(Answer(303, {"location": address}, ""))[1]

    def paste(self, text: str = STORY, **more: str) -> tuple[str, str]:
        """A work of a pasted text: its address and its page."""
        return self.opened(self.post("/works", {"text": text, **more}))


@cache
def warm() -> Checker:
    """A checker that all servers of the tests share, so that the model is loaded once."""
    made = Checker()
    atexit.register(made.close)
    return made


@contextmanager
def served(
    store: Path | None = None,
    token: str | None = None,
    limits: Limits | None = None,
    checker: Checker | None = None,
) -> Iterator[Client]:
    """The page on a free port until the end of the block."""
    kept = Store(store)
    bench = Bench(kept, limits, checker or warm())
    app = application(bench, Rules(("desk.example",), token, bench.limits.most_bytes))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield Client(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(10)
        bench.close()
        kept.close()
