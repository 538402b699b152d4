"""The form in which a fact is corrected: every choice is one that the dossier knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.model import ARTICLE, CERTAINTY_WORDS, FACT_FILES, OPERATOR_WORDS, Dossier, Fact

from ..engine import Engine
from ..labels import actor_label
from .version import version

_PAGES = {
    "events": "What happened",
    "military": "Military details",
    "reactions": "Reactions",
    "background": "Background",
}


class Choice(NamedTuple):
    """A value that the YAML can hold, how it reads, and whether it is the one."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """A number of the fact, each key as a text."""

    value: str
    operators: tuple[Choice, ...]
    unit: str
    of: str
    text: str


@dataclass(frozen=True)
class Form:
    """`review/form.html`."""

    fact: str
    """The record's id; empty for a new one."""
    version: str
    """Eight digits that stand for what the record says; empty for a new one."""
    files: tuple[Choice, ...]
    """The pages on which a new fact can be filed."""
    text: str
    sources: tuple[Choice, ...]
    vias: tuple[Choice, ...]
    cue: str
    certainties: tuple[Choice, ...]
    hedge: str
    when: dict[str, str]
    places: tuple[Choice, ...]
    rows: tuple[Row, ...]
    blank: Row
    quote: str
    kinds: tuple[Choice, ...]


def fact_form(dossier: Dossier, fact: Fact, *, templates: Path) -> str:
    """The form for a fact as HTML, filled with what the fact says now."""
    return Engine(templates).sheet("review/form.html", {"form": _form(dossier, fact)})


def new_fact_form(dossier: Dossier, near: Fact | None, *, templates: Path) -> str:
    """The form for a fact that is not there yet, filed where the one it stands nearest to is.

    Who says it is for a person to choose: a wrong guess would be left standing.
    """
    chosen = dossier.file_of[near.id] if near else FACT_FILES[0]
    blank = _form(dossier, Fact(id="new", text="-", source=ARTICLE, certainty="attributed"))
    files = tuple(Choice(file, words, file == chosen) for file, words in _PAGES.items())
    sources = (Choice("", "choose …", True), *(choice._replace(chosen=False) for choice in blank.sources))
    form = replace(blank, fact="", version="", text="", files=files, sources=sources)
    return Engine(templates).sheet("review/form.html", {"form": form})


def _form(dossier: Dossier, fact: Fact) -> Form:
    when, quote = fact.when, fact.quote
    return Form(
        fact=fact.id,
        version=version(fact),
        files=(),
        text=fact.text,
        sources=_actors(dossier, fact.source, (ARTICLE, "the article itself")),
        vias=_actors(dossier, fact.via or "", ("", "nobody")),
        cue=fact.cue or "",
        certainties=tuple(Choice(c, words, c == fact.certainty) for c, words in CERTAINTY_WORDS.items()),
        hedge=fact.hedge or "",
        when={key: getattr(when, key, None) or "" for key in ("text", "date", "until")},
        places=tuple(Choice(place.id, place.name, place.id in fact.where) for place in dossier.places.values()),
        rows=tuple(_row(quantity.as_yaml()) for quantity in fact.quantities),
        blank=_row({}),
        quote=quote.text if quote else "",
        kinds=tuple(Choice(kind, kind, quote is not None and quote.kind == kind) for kind in ("direct", "mixed")),
    )


def _actors(dossier: Dossier, chosen: str, first: tuple[str, str]) -> tuple[Choice, ...]:
    """The first choice, then all actors by name; an id that nobody has stays to be seen."""
    names = sorted(((actor_label(i, dossier), i) for i in dossier.actors), key=lambda pair: pair[0].lower())
    choices = [first, *((identifier, name) for name, identifier in names)]
    if chosen not in dict(choices):
        choices.append((chosen, f"{chosen} (not among the actors)"))
    return tuple(Choice(value, words, value == chosen) for value, words in choices)


def _row(quantity: dict[str, Any]) -> Row:
    value, operator = quantity.get("value"), quantity.get("operator", "=")
    shown = " to ".join(str(part) for part in value) if isinstance(value, list) else "" if value is None else str(value)
    operators = tuple(Choice(sign, words or "exactly", sign == operator) for sign, words in OPERATOR_WORDS.items())
    return Row(shown, operators, *(quantity.get(key, "") for key in ("unit", "of", "text")))
