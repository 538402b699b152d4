"""The annotated articles: what a reader found in them, as records with spans.

An annotation quotes the article and never counts characters. Every quotation must be found exactly once; where the
words stand in the article more than once, `in` quotes a longer run around them. `head [...] tail` stands for
everything from the head to the next tail. Source and cue are looked for in the content's paragraph, outside it.

- **attributions**: the source's whole noun phrase, the cue's verb or phrase, the content's whole clause or quotation
  with its marks; one cue, one attribution. `source` is left out where nobody is named, `actor` too; `or` is another
  actor that a careful reader could name; `via` is the relay. `optional`: may be found, need not.
- **actors**: every name the article has for one actor; `but` are runs in which a name means another, `also` single
  places of a name that others share. Optional are those who neither speak nor act much.
- **certainty**: a clause, how sure it is (several where either can be said), and its word of reservation.
- **disputes**: a claim, and the words that deny or contradict it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from onrecord.model import Span

ARTICLES = Path(__file__).parent / "articles"
GAP = " [...] "
DESCRIBED = ("title", "role", "affiliation", "anonymity")
"""What an article may say of an actor."""
KEYS = {
    "attributions": {"content", "source", "cue", "kind", "actor", "or", "via", "in", "optional"},
    "actors": {"id", "kind", "names", "also", "but", "members", "optional", *DESCRIBED},
    "certainty": {"clause", "certainty", "hedge"},
    "disputes": {"claim", "answer", "relation", "optional"},
}
"""What a row of each kind may say."""


class Unclear(ValueError):
    """An annotation whose words are not in the article, or more than once."""


@dataclass(frozen=True)
class GoldAttribution:
    """Source, cue and content as a reader marks them. An `optional` one may be found, but need not."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    actors: tuple[str, ...]
    via: str | None = None
    optional: bool = False


@dataclass(frozen=True)
class GoldActor:
    """One actor, every name the article has for it, everywhere these names stand, and what it is said to be."""

    id: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    mentions: frozenset[Span]
    members: tuple[str, ...] = ()
    described: tuple[tuple[str, str], ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class GoldCertainty:
    """How sure the article is of a clause; several certainties where a careful reader could say either."""

    clause: Span
    certainty: tuple[str, ...]
    hedge: str | None = None


@dataclass(frozen=True)
class GoldDispute:
    """Two places of the article that cannot both hold, and how the second answers the first."""

    claim: Span
    answer: Span
    relation: str
    optional: bool = False


@dataclass(frozen=True)
class Gold:
    """An article with its annotation."""

    name: str
    text: str
    title: str
    published: str
    attributions: tuple[GoldAttribution, ...]
    actors: tuple[GoldActor, ...]
    certainty: tuple[GoldCertainty, ...]
    disputes: tuple[GoldDispute, ...]


def load_all(folder: Path = ARTICLES) -> list[Gold]:
    """Every annotated article of a folder, by name."""
    return [load(path) for path in sorted(folder.glob("*.yaml"))]


def load(path: Path) -> Gold:
    """The article beside `path`, annotated; raises Unclear for words that are not found exactly once."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    try:
        return read(path.stem, text, yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))
    except Unclear as unclear:
        raise Unclear(f"{path.name}: {unclear}") from None


def read(name: str, text: str, record: dict[str, Any]) -> Gold:
    """An annotation as YAML holds it, with spans of `text`."""
    _check_keys(record)
    gold = Gold(
        name,
        text,
        record.get("title", name),
        record.get("published", ""),
        tuple(_attribution(text, row) for row in record.get("attributions", ())),
        tuple(_actor(text, row) for row in record.get("actors", ())),
        tuple(_certainty(text, row) for row in record.get("certainty", ())),
        tuple(_dispute(text, row) for row in record.get("disputes", ())),
    )
    _check_ids(gold)
    return gold


def places(text: str, words: str) -> list[Span]:
    """Everywhere `words` stand as whole words.

    >>> places("Fell fell. Fellow", "Fell")
    [Span(start=0, end=4)]
    >>> places("He said it rained and snowed.", "it [...] snowed")
    [Span(start=8, end=28)]
    """
    head, _, tail = words.partition(GAP)
    between = rf"(?s:.*?){_whole(tail)}" if tail else ""
    return [Span(*match.span()) for match in re.finditer(_whole(head) + between, text)]


def place(text: str, words: str, inside: str | None = None) -> Span:
    """The one place where `words` stand; with `inside`, the one in that run of the article."""
    found = places(text, words)
    if inside is not None and len(found) != 1:
        around = place(text, inside)
        found = [span for span in found if around.holds(span)]
    if len(found) != 1:
        where = f" in “{inside}”" if inside else ""
        raise Unclear(f"“{words}” is found {len(found)} times{where}: quote more of it, or add `in`")
    return found[0]


def _whole(words: str) -> str:
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def _listed(value: str | Sequence[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def _attribution(text: str, row: dict[str, Any]) -> GoldAttribution:
    content = tuple(place(text, words, row.get("in")) for words in _listed(row["content"]))
    source, cue = (_near(text, row, key, content) for key in ("source", "cue"))
    kind = row.get("kind") or _kind([span.cut(text) for span in content])
    actors = (*_listed(row.get("actor")), *_listed(row.get("or")))
    return GoldAttribution(source, cue, content, kind, actors, row.get("via"), row.get("optional") == "true")


def _near(text: str, row: dict[str, Any], key: str, content: Sequence[Span]) -> tuple[Span, ...]:
    """The places of the source or the cue: in the run that `in` quotes, or in the content's paragraph, outside it.

    Several sources are those that a careful reader could name.
    """
    return tuple(_beside(text, row, words, content) for words in _listed(row.get(key)))


def _beside(text: str, row: dict[str, Any], words: str, content: Sequence[Span]) -> Span:
    inside, hidden = row.get("in"), content
    around = _paragraph(text, content[0])
    if inside is not None and inside != words and places(inside, words):
        around, hidden = place(text, inside), ()
    found = [s for s in places(text, words) if around.holds(s) and not any(h.holds(s) for h in hidden)]
    if len(found) != 1:
        raise Unclear(f"“{words}” beside “{row['content']}” is found {len(found)} times: add `in`")
    return found[0]


def _paragraph(text: str, span: Span) -> Span:
    end = text.find("\n\n", span.end)
    return Span(text.rfind("\n\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _kind(parts: Sequence[str]) -> str:
    """Direct, indirect or mixed, by the quotation marks of the content.

    >>> _kind(["“No,”", "“never.”"]), _kind(["“late” trains"]), _kind(["it was"])
    ('direct', 'mixed', 'indirect')
    """
    # Where the quotation goes on in the next paragraph, the mark that closes it stands there.
    if all(part[0] in '“"' and not re.search('[”"]', part[1:-1]) for part in parts):
        return "direct"
    return "mixed" if any(mark in part for part in parts for mark in '“"') else "indirect"


def _actor(text: str, row: dict[str, Any]) -> GoldActor:
    named = {span for name in row["names"] for span in places(text, name)}
    if unused := [name for name in row["names"] if not places(text, name)]:
        raise Unclear(f"actor {row['id']}: {unused} not in the article")
    hidden = [span for words in row.get("but", ()) for span in places(text, words)]
    also = {place(text, m["text"], m["in"]) for m in row.get("also", ())}
    mentions = frozenset(s for s in named | also if not any(h.overlaps(s) for h in hidden))
    return GoldActor(
        row["id"],
        tuple(_listed(row["kind"])),
        tuple(row["names"]),
        mentions,
        tuple(row.get("members", ())),
        tuple((key, row[key]) for key in DESCRIBED if key in row),
        row.get("optional") == "true",
    )


def _certainty(text: str, row: dict[str, Any]) -> GoldCertainty:
    return GoldCertainty(place(text, row["clause"]), tuple(_listed(row["certainty"])), row.get("hedge"))


def _dispute(text: str, row: dict[str, Any]) -> GoldDispute:
    claim, answer = place(text, row["claim"]), place(text, row["answer"])
    return GoldDispute(claim, answer, row["relation"], row.get("optional") == "true")


def _check_keys(record: dict[str, Any]) -> None:
    """Refuse what no annotation has: a comma in bare words makes YAML read the rest of them as a key."""
    for kind, known in KEYS.items():
        for row in record.get(kind, ()):
            if unknown := sorted(set(row) - known):
                raise Unclear(f"{kind} have no {', '.join(unknown)}: put words with a comma in quotation marks")


def _check_ids(gold: Gold) -> None:
    known = {actor.id for actor in gold.actors}
    used = {id for a in gold.attributions for id in (*a.actors, *_listed(a.via))}
    used |= {id for a in gold.actors for id in (*a.members, *(v for k, v in a.described if k == "affiliation"))}
    if missing := sorted(used - known):
        raise Unclear(f"no actor has the id {', '.join(missing)}")
