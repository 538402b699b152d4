"""Answer keys: every fact that an article of our own bears out, as a careful reader lists them.

A key stands in `keys/<name>.yaml`. Each row:

- **clause**: the article's own words that the fact stands on, found exactly once (`in` quotes a longer run around them;
  `head [...] tail` stands for everything between).
- **says**: what the printed line must hold, in any case; `|` parts words of which one will do. A line in which a
  pronoun stands for the name does not say it.
- **never**: what would make the line false: a lost negation, another name.
- **source**: the id of a gold actor, several where a reader could name either, or `article`; as in `eval/gold.py`.
- **certainty**: one or several. **hedge**: the article's word of reservation. **numbers**: operator and value.
- **core**: a fact without which the briefing would not do.

`unread: true` at the head of a key marks an article that nobody who writes rules has read: its misses are not listed.
Such an article stands beside its key (`keys/<name>.txt`), and its title, date and actors in the key itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from onrecord.model import Span

from .gold import ARTICLES, Gold, Unclear, place
from .gold import read as read_gold

KEYS = Path(__file__).parent / "keys"
KNOWN = {"clause", "in", "says", "never", "source", "certainty", "hedge", "numbers", "core"}
"""What a row may say."""


@dataclass(frozen=True)
class KeyFact:
    """One fact of an answer key; `says` has for each thing to be said the words of which one will do."""

    clause: Span
    says: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]
    certainty: tuple[str, ...]
    never: tuple[str, ...] = ()
    hedge: str | None = None
    numbers: tuple[tuple[str, float], ...] = ()
    core: bool = False

    def is_said(self, line: str) -> bool:
        """Whether a line says all that the fact must say."""
        low = line.lower()
        return all(any(words.lower() in low for words in either) for either in self.says)

    def is_falsified(self, line: str) -> bool:
        """Whether a line says what would make the fact false."""
        return any(words.lower() in line.lower() for words in self.never)


@dataclass(frozen=True)
class Key:
    """An article of our own with the list of its facts."""

    gold: Gold
    facts: tuple[KeyFact, ...]
    unread: bool = False

    @property
    def name(self) -> str:
        """The article's name."""
        return self.gold.name


def load_keys(folder: Path = KEYS, articles: Path = ARTICLES) -> list[Key]:
    """Every answer key of a folder, by name; raises Unclear for words that are not found exactly once.

    The article and its actors stand in `articles`, or, for an unread one, beside its key.
    """
    return [_load(path, articles) for path in sorted(folder.glob("*.yaml"))]


def _load(path: Path, articles: Path) -> Key:
    record = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    beside = articles / path.name
    source = beside if beside.exists() else path
    text = source.with_suffix(".txt").read_text(encoding="utf-8")
    annotated = yaml.load(source.read_text(encoding="utf-8"), yaml.BaseLoader)
    try:
        gold = read_gold(path.stem, text, annotated)
        return read_key(gold, record)
    except Unclear as unclear:
        raise Unclear(f"keys/{path.name}: {unclear}") from None


def read_key(gold: Gold, record: dict[str, Any]) -> Key:
    """An answer key as YAML holds it, for an article with its actors."""
    facts = tuple(_fact(gold, row) for row in record["facts"])
    return Key(gold, facts, record.get("unread") == "true")


def _fact(gold: Gold, row: dict[str, Any]) -> KeyFact:
    if unknown := sorted(set(row) - KNOWN):
        raise Unclear(f"a fact has no {', '.join(unknown)}: put words with a comma in quotation marks")
    sources = _listed(row["source"])
    known = {"article", *(actor.id for actor in gold.actors)}
    if missing := sorted(set(sources) - known):
        raise Unclear(f"no actor has the id {', '.join(missing)}")
    return KeyFact(
        place(gold.text, row["clause"], row.get("in")),
        tuple(tuple(words.split("|")) for words in _listed(row["says"])),
        tuple(sources),
        tuple(_listed(row["certainty"])),
        tuple(_listed(row.get("never"))),
        row.get("hedge"),
        tuple((operator, float(value)) for operator, value in row.get("numbers", ())),
        row.get("core") == "true",
    )


def _listed(value: str | Sequence[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)
