"""A dossier about an invented ferry accident, rich in all fields."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest
import yaml

from onrecord.model import Correction, Dossier, Files, Position

FERRY = Path(__file__).parent / "ferry.yaml"


@pytest.fixture(scope="session")
def ferry() -> Dossier:
    """The dossier; every record stands on a line of its own."""
    files = Files.model_validate(yaml.load(FERRY.read_text(encoding="utf-8"), yaml.BaseLoader))
    places = {
        f"{name}/{fact.id}": Position(f"content/ferry/{name}.yaml", n + 2, 5)
        for n, (name, fact) in enumerate(files.facts())
    }
    return Dossier("ferry", files, None, MappingProxyType(places))


@pytest.fixture(scope="session")
def corrections() -> tuple[Correction, ...]:
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
