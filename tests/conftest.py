"""What tests share: reading text of our own, and the seed article where it is at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed" / "article.txt"


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
