"""Who and where: a name in a fact is one that the article has where the fact stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.model import Actor, Place, Span

from .evidence import Evidence, Named, Passage, called
from .lexicons import lexicon
from .words import plain, stem, words

_ANAPHORS = {kind: frozenset(listed) for kind, listed in lexicon()["anaphors"].items()}
_KINDS = {
    **dict.fromkeys(("person", "unnamed"), "person"),
    **dict.fromkeys(("country", "continent", "area"), "area"),
    **dict.fromkeys(("region", "district", "island"), "region"),
    **dict.fromkeys(("base", "airport", "port", "sea", "river", "mountain", "building", "other"), "spot"),
    "city": "city",
}
"""Which words that point back can mean a record of each kind; all others are meant as groups."""
_EMPTY = frozenset(lexicon()["empty"])
_US, _UK = re.compile(r"\bU\.?S\.?(?:A\.?)?(?!\w)"), re.compile(r"\bU\.?K\.?(?!\w)")
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÞŠŽČ][\w.'-]*\w")
_KEPT = 20_000
_ROOT = 4
_TOWNS = ("city", "district", "base", "airport", "port", "building")
"""So many letters of a name are enough for another form of it: Iran, Iranian."""


def check_names(evidence: Evidence) -> None:
    """Report actors and places that neither the fact's words name nor a word of theirs can mean."""
    records, places = evidence.named, evidence.desk.dossier.places
    towns = [place for place in places.values() if place.kind in _TOWNS]
    for passage in evidence.passages:
        fact = passage.fact
        mine = _in_text(fact.text, records)
        here = [namesake for record in mine for namesake in evidence.namesakes(record)]
        lost = [record for record in records if is_named(record, passage.own) and record not in here]
        for record in mine:
            known = record.id in (fact.source, fact.via) or borne(evidence, passage, record)
            if not known or (lost and not _can_be(evidence, passage, record)):
                said = f"'{record.name}' is not named where this stands"
                evidence.doubt(passage, "name", "text", said=said, mend="name whom the sentence names")
        scenes = [places[name] for name in fact.where if name in places]
        near = any(_is_there(evidence, place, passage.own, span=passage.span) for place in scenes)
        other = not near and any(_is_there(evidence, p, passage.own, span=passage.span) for p in towns)
        for number, identifier in enumerate(fact.where):
            place = places.get(identifier)
            if place and (not borne(evidence, passage, place) or (other and not points_back(place, passage.own))):
                said = f"'{place.name}' is not named where this stands"
                mend = "name the place that the sentence or its paragraph names, or leave it out"
                evidence.doubt(passage, "where", f"where/{number}", said=said, mend=mend)


def borne(evidence: Evidence, passage: Passage, record: Named) -> bool:
    """Whether the passage names a record, in any of its names, or can mean it by a word that points back."""
    if _is_there(evidence, record, passage.paragraph, span=passage.around):
        return True
    if not points_back(record, passage.sentence):
        return False
    back = f"{evidence.head} {passage.before}"
    return is_named(record, back) or (isinstance(record, Place) and _is_capital(record, passage.sentence))


def _can_be(evidence: Evidence, passage: Passage, record: Named) -> bool:
    """Whether the fact's words or those before them name the record, or its own have one that can mean it."""
    until = Span(passage.held.start, passage.span.end)
    first = passage.span.start == passage.held.start  # the subject of what stands first may come behind it
    text = passage.sentence if first else passage.sentence[: until.end - until.start]
    return _is_there(evidence, record, text, span=until) or points_back(record, passage.own)


def _is_there(evidence: Evidence, record: Named, text: str, *, span: Span) -> bool:
    return any(is_named(one, text) or evidence.mentioned(one.id, span) for one in evidence.namesakes(record))


def points_back(record: Named, text: str) -> bool:
    """Whether a text has a pronoun or a noun that can mean a record of this kind, or what the record is."""
    said = set(words(text))
    told = f"{getattr(record, 'role', None) or ''} {(getattr(record, 'title', None) or '').lower()}"
    role = {word for word in words(_CAPITAL.sub("", told)) if word not in _EMPTY}
    return bool(said & _ANAPHORS[_KINDS.get(record.kind, "group")]) or (isinstance(record, Actor) and bool(said & role))


def _is_capital(place: Place, sentence: str) -> bool:
    return "capital" in words(sentence) and bool(place.country) and _rooted(place.country or "", sentence)


@lru_cache(maxsize=_KEPT)
def is_named(record: Named, text: str) -> bool:
    """Whether a text has one of a record's names, whole, as the last part of a person's, or in another form of it."""
    for name in called(record):
        if _whole(name, text) or _rooted(name, text):
            return True
    last = plain(record.name).split()[-1]
    return isinstance(record, Actor) and record.kind == "person" and _whole(last, text)


def _whole(name: str, text: str) -> bool:
    name, text = _spelled(name), _spelled(text)
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


@lru_cache(maxsize=_KEPT)
def _spelled(text: str) -> str:
    """A text in lower case, with the abbreviations that stand for a state's name written out."""
    return _UK.sub("united kingdom", _US.sub("united states", plain(text))).lower()


def _rooted(name: str, text: str) -> bool:
    """Whether each word of a name that means something begins a capitalised word of the text, or stands in it."""
    wanted, (held, capital) = _meant(name), _forms(text)
    return bool(wanted) and all(
        root in held or (len(word) >= _ROOT and any(other.startswith(word[:_ROOT]) for other in capital))
        for word, root in wanted
    )


@lru_cache(maxsize=_KEPT)
def _meant(name: str) -> tuple[tuple[str, str], ...]:
    """The words of a name that mean something, each with its stem."""
    return tuple((word, stem(word)) for word in words(_spelled(name)) if word not in _EMPTY)


@lru_cache(maxsize=_KEPT)
def _forms(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The stems of a text's words, and its capitalised words in lower case."""
    capital = tuple(word.lower() for word in _CAPITAL.findall(plain(text)))
    return frozenset(stem(word) for word in words(_spelled(text))), capital


def _in_text(text: str, records: Iterable[Named]) -> list[Named]:
    """The records whose names a text has, the longest name first; a name inside a longer one does not count."""
    found: list[tuple[int, int, Named]] = []
    for record in records:
        for name in called(record):
            if name[:1].isupper() and name in text:
                found += [(m.start(), m.end(), record) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    inner = [
        (start, end, record)
        for start, end, record in found
        if any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in found)
    ]
    kept = [one for one in found if one not in inner]
    # One name of several records: any of them may be meant.
    first: dict[tuple[int, int], Named] = {}
    for start, end, record in kept:
        first.setdefault((start, end), record)
    return list(dict.fromkeys(first.values()))
