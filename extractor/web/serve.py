"""Starts the server: where it listens, what it prints, how it ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from secrets import token_urlsafe

from extractor.errors import SettingsError
from extractor.web.bench import Limits


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the page is served, and to whom."""

    host: str = "127.0.0.1"
    port: int = 8765
    #: None keeps nothing beyond the server's life.
    store: Path | None = None
    token: str | None = field(default=None, repr=False)
    limits: Limits = field(default_factory=Limits)

    @property
    def is_local(self) -> bool:
        """True if only this machine can reach the page."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def asked_token(self) -> str | None:
        """The token that requests have to bring: made up where others could reach the page without one."""
        return self.token or (None if self.is_local else token_urlsafe(24))


def default_store() -> Path:
    """The file that work is kept in, in the user's own data folder."""
    import os

    data = os.environ.get("XDG_DATA_HOME")
    folder = (Path(data) if data else Path.home() / ".local" / "share") / "crossfoot"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / "desk.sqlite"


def serve(settings: Settings) -> None:
    """Answer until somebody stops it.

    Raises:
        SettingsError: the extra `web` is not installed, or the store cannot be used.
    """
    try:
        import uvicorn

        from extractor.web.app import application
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"crossfoot serve needs {error.name}; install it: pip install '.[web]'"
        ) from error
    from extractor.web.bench import Bench
    from extractor.web.guard import Rules
    from extractor.web.store import Store

    store = Store(settings.store)
    bench = Bench(store, settings.limits)
    token = settings.asked_token
    bench.warm()
    app = application(bench, Rules((settings.host,), token, settings.limits.most_bytes))
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"http://{host}:{settings.port}/{f'?token={token}' if token else ''}", flush=True)
    try:
        uvicorn.run(
            app,
            host=settings.host,
            port=settings.port,
            log_level="error",
            access_log=False,
            server_header=False,
            limit_concurrency=64,
            timeout_keep_alive=10,
        )
    finally:
        bench.close()
        store.close()
