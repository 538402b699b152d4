"""Invented dossiers of other topics than war and flood: an earthquake, an election, a court case."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import yaml

from onrecord.model import Dossier, Files, Position

FOLDER = Path(__file__).parent / "topics"


def topical(name: str) -> Dossier:
    """The dossier `quake`, `election` or `court`; its facts have places in files, as those of a real one."""
    files = Files.model_validate(yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.SafeLoader))
    places = {
        f"{kind}/{fact.id}": Position(f"content/{name}/{kind}.yaml", n + 2, 5)
        for n, (kind, fact) in enumerate(files.facts())
    }
    return Dossier(name, files, None, MappingProxyType(places))


def every() -> list[Dossier]:
    """All of them."""
    return [topical(name) for name in ("quake", "election", "court")]
