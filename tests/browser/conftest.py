"""A site of the two dossiers and of those that strain the pages, published once and served on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PublishedSite

ROOT = Path(__file__).parents[2]
AXE = ROOT / "tools" / "web" / "node_modules" / "axe-core" / "axe.min.js"


@dataclass(frozen=True)
class Measured:
    """A published site: its folder, and its address while the tests run."""

    folder: Path
    address: str

    def pages(self, *slugs: str) -> list[str]:
        """Paths of the pages of these briefings, of all of them without any."""
        every = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return [path for path in every if not slugs or path.partition("/")[0] in slugs]


@pytest.fixture(scope="session")
def measured(published_site: PublishedSite) -> Iterator[Measured]:
    """Both dossiers, the strained ones, and the front page, at an address."""
    quiet = partial(_Quiet, directory=str(published_site.folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Measured(published_site.folder, f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core; skipped where `make browser` could not install it."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: make browser")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture
def visitor(browser: Any) -> Iterator[Any]:
    """A page of a browser that forgets everything after the test."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass
