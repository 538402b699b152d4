"""What tests share: reading text of our own, and the seed article where it is at hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml

from onrecord.model import Correction, Dossier, Files, Position

ROOT = Path(__file__).parent.parent
FERRY = ROOT / "tests" / "pages" / "ferry.yaml"
SEED = ROOT.parent / "shared" / "seed" / "article.txt"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class PublishedSite:
    """Our dossiers and those that strain the pages, published once for all tests that read what a visitor gets."""

    folder: Path
    dossiers: tuple[Dossier, ...]


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> PublishedSite:
    """Both dossiers, the strained ones, and the front page, in a folder that no test may write to."""
    from onrecord.dossier import load_dossier
    from onrecord.house import House
    from onrecord.making import rendered
    from onrecord.pages import render_home
    from onrecord.site import publish
    from tests.pages import stress, topical

    root = tmp_path_factory.mktemp("published")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    found = [load_dossier(path.parent, ROOT)[0] for path in sorted(ROOT.glob("content/*/briefing.yaml"))]
    dossiers = (*(dossier for dossier in found if dossier), *stress.every(), *topical.every())
    pages = [rendered(House(root), dossier, None).rendered for dossier in dossiers]
    assert publish(pages, render_home(dossiers), root=root).problems == ()
    return PublishedSite(root / "public", dossiers)


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """The reserved seed article; tests that need it are skipped, visibly, where it is absent."""
    if not SEED.exists():
        pytest.skip("the reserved seed article is not at hand")
    return SEED


@pytest.fixture(scope="session")
def read_text() -> Callable[..., object]:
    """A function from plain text (and a publication date) to its Reading; the model is loaded once."""
    spacy = pytest.importorskip("spacy", reason="the extract extra is not installed")
    assert spacy
    from onrecord.article import article_of_text
    from onrecord.extract.reading import read

    def reading(text: str, published: str | None = None) -> object:
        return read(article_of_text(text, name="test.txt", published=published))

    return reading


@pytest.fixture(scope="session")
def ferry() -> Dossier:
    """A dossier about an invented ferry accident, rich in all fields; every record stands on a line of its own."""
    files = Files.model_validate(yaml.load(FERRY.read_text(encoding="utf-8"), yaml.BaseLoader))
    places = {
        f"{name}/{fact.id}": Position(f"content/ferry/{name}.yaml", n + 2, 5)
        for n, (name, fact) in enumerate(files.facts())
    }
    return Dossier("ferry", files, None, MappingProxyType(places))


@pytest.fixture(scope="session")
def ferry_corrections() -> tuple[Correction, ...]:
    """A change, a change of wording, an addition and a rejection."""
    return (
        Correction(
            "correction",
            "events",
            "hurt",
            "quantities",
            "[{value: 13}]",
            "[{value: 31}]",
            "The list says 31",
            "jm",
            "2026-01-03",
        ),
        Correction(
            "wording", "events", "ran-aground", "text", "The ferry ran aground.", "The ferry ran onto Hund bank."
        ),
        Correction("addition", "military", "navy-tow", None, None, "The minesweeper may try to tow the ferry free."),
        Correction(
            "rejection", "events", "ghost", None, "A ghost was seen.", None, "It was a joke", "jm", "2026-01-02"
        ),
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; tests are skipped, visibly, where it is absent."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium here: the pages were not looked at in a browser")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
