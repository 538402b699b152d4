"""A site of the two dossiers and of those that strain the pages, published once and served on this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from onrecord.dossier import load_dossier
from onrecord.house import House
from onrecord.making import rendered
from onrecord.model import Dossier
from onrecord.pages import render_home
from onrecord.site import publish
from tests.pages import stress

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
def measured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Measured]:
    """Both dossiers, the strained ones, and the front page."""
    root = tmp_path_factory.mktemp("measured")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    dossiers = [*_ours(), *stress.every()]
    pages = [rendered(House(root), dossier, None).rendered for dossier in dossiers]
    assert publish(pages, render_home(dossiers), root=root).problems == ()
    quiet = partial(_Quiet, directory=str(root / "public"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Measured(root / "public", f"http://127.0.0.1:{server.server_port}/")
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


def _ours() -> list[Dossier]:
    found = [load_dossier(path.parent, ROOT)[0] for path in sorted(ROOT.glob("content/*/briefing.yaml"))]
    return [dossier for dossier in found if dossier]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass
