"""Names in the text, with the parser's mistakes mended by what the whole article and other finders know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span as Tokens

from onrecord.extract.gazetteer import country_of, nation_of_adjective
from onrecord.extract.reading import Reading, is_word, span_of
from onrecord.model import FoundPlace, Span

from .bounds import Piece, pieces, printed
from .candidates import candidates, single_names
from .completing import completed, is_modifier
from .evidence import Evidence, weigh
from .kinds import kind_of_body, listed, noun_of, seats, split_title
from .persons import has_given_name

Label = Literal["person", "body", "state", "people"]
_SMALL = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "PRON"})
_CLITIC = re.compile(r"(?:['’]s|['’])$")


@dataclass(frozen=True)
class Name:
    """One mention by name. `words` are as printed, without article and possessive; `start`, `end` are token numbers."""

    label: Label
    words: tuple[str, ...]
    start: int
    end: int
    span: Span
    title: str | None = None
    country: str | None = None

    @property
    def text(self) -> str:
        """The name as printed."""
        return " ".join(self.words)


def find_names(
    reading: Reading, *, places: Sequence[FoundPlace], taken: Sequence[Span], sources: Sequence[Span] = ()
) -> tuple[Name, ...]:
    """Every name of a person, body, state or people in the body and the headings, in order.

    `taken` are spans that are something else (equipment); who is among the `sources` has a name even where the parser
    saw none. A place's name is none, unless it is a state's or a seat's.
    """
    found = [p for c in candidates(reading, sources) for p in pieces(c) if not _is_taken(p, taken)]
    speaking = frozenset(" ".join(p.words) for p in found if any(s.holds(span_of(p.tokens)) for s in sources))
    known = weigh(found, speaking, reading.text)
    found += [p for p in single_names(reading, known.people | known.bodies) if not _is_taken(p, taken)]
    return tuple(_named(reading, found, known, _towns(reading, places)))


def _is_taken(piece: Piece, taken: Sequence[Span]) -> bool:
    span = span_of(piece.tokens)
    return any(span.overlaps(t) for t in taken)


def _towns(reading: Reading, places: Sequence[FoundPlace]) -> list[Span]:
    """Mentions of places that no state is named by."""
    text = reading.article.text
    return [m for p in places for m in p.mentions if not country_of(p.name) or not country_of(m.cut(text))]


def _named(reading: Reading, found: Sequence[Piece], known: Evidence, towns: Sequence[Span]) -> Iterator[Name]:
    """The names among the pieces, in text order, none inside another; none that only a headline in capitals has."""
    elsewhere = _outside_headlines(reading)
    ends = 0
    for piece in sorted(found, key=lambda p: (p.tokens.start, -p.tokens.end)):
        if piece.tokens.start < ends or (is_headline(piece.tokens[0].sent) and not set(piece.words) <= elsewhere):
            continue
        span = span_of(piece.tokens)
        name = _name(piece, known, any(t.overlaps(span) and _covers(t, span) for t in towns))
        if name is not None:
            yield name
            ends = name.end


def _outside_headlines(reading: Reading) -> frozenset[str]:
    """Words that are capitalized in sentences where not every word is."""
    plain = (tokens for _, tokens in reading.sentences if not is_headline(tokens))
    return frozenset(word for tokens in plain for t in tokens for word in _CLITIC.sub("", t.text).split())


def is_headline(tokens: Tokens) -> bool:
    """Whether every word but the smallest is capitalized: there the parser sees names everywhere."""
    words = [t for t in tokens if t.is_alpha and t.pos_ not in _SMALL]
    return len(words) > 3 and all(t.text[0].isupper() for t in words)


def _covers(town: Span, span: Span) -> bool:
    """Whether the place is the whole name, not a part of it as in "University of Oslo"."""
    return (min(town.end, span.end) - max(town.start, span.start)) * 3 >= (span.end - span.start) * 2


def _name(piece: Piece, known: Evidence, is_town: bool) -> Name | None:
    tokens, label = piece.tokens, _label(piece, known, is_town)
    if label is None:
        return None
    if label == "body":
        tokens = completed(tokens)
    if tokens[0].lower_ in {"the", "a", "an"} and len(tokens) > 1:
        tokens = tokens[1:]
    words = printed(tokens)
    title, bare = split_title(list(words)) if label == "person" else (None, list(words))
    if len(bare) < len(words):
        tokens = tokens[len(tokens) - _count(tokens, bare) :]
    country = None if label in {"person", "body"} else _country(" ".join(bare))
    span, title = span_of(tokens), piece.title or title
    return Name(label, tuple(bare), tokens.start, tokens.end, span, title=title, country=country)


def _count(tokens: Tokens, words: Sequence[str]) -> int:
    """How many tokens, from the right, the words of the bare name take."""
    left, count = sum(len(w) for w in words), 0
    for token in reversed(list(tokens)):
        if left <= 0:
            break
        left -= len(token.text.strip())
        count += 1
    return count


def _country(text: str) -> str | None:
    return country_of(text) or seats("seats").get(text.lower())


def _label(piece: Piece, known: Evidence, is_town: bool) -> Label | None:
    words = [w for w in piece.words if w.lower() not in {"the", "a", "an"}]
    text = " ".join(words)
    if text.lower() in seats("houses") or text.lower() in listed("armed_names"):
        return "body"
    if _country(text):
        return _national(piece, words, text)
    if piece.label == "NORP" and text not in known.bodies | known.people:
        return None
    if is_modifier(piece.tokens) or completed(piece.tokens).text.endswith("Islamic State"):
        return "body"
    return _by_evidence(piece, words, text, known, is_town)


def _national(piece: Piece, words: list[str], text: str) -> Label | None:
    """A state by its name, capital or seat; a people only by the noun for all of them."""
    if len(words) > 1 and kind_of_body(words) and piece.label != "GPE":
        return "body"
    if piece.label == "NORP" or nation_of_adjective(text) or _is_one_of_them(piece, text):
        return "people"
    return "state" if piece.label != "PERSON" or not has_given_name(words) else "person"


def _is_one_of_them(piece: Piece, text: str) -> bool:
    """`The Frenchman`, `a Dane`: one person, no state."""
    return text.endswith(("man", "woman")) or (piece.tokens[-1].tag_ == "NN" and piece.label != "GPE")


def _by_evidence(piece: Piece, words: list[str], text: str, known: Evidence, is_town: bool) -> Label | None:
    if text in known.people and _is_person_here(piece, words, is_town):
        return "person"
    if _is_odd(words) or text in known.nothing:
        return None
    if len(words) == 1 and text in known.given and piece.label in {"PERSON", ""}:
        return "person"
    if is_town and not (len(words) > 1 and kind_of_body(words)):
        return None
    if piece.label == "ORG" and (piece.tokens.root.dep_ == "amod" or _is_portfolio(piece.tokens)):
        return None
    return "body" if text in known.bodies else None


def _is_person_here(piece: Piece, words: list[str], is_town: bool) -> bool:
    """A surname can also be a town's name: there the parser decides."""
    return len(words) > 1 or not is_town or piece.label in {"PERSON", ""} or piece.title is not None


def _is_portfolio(tokens: Tokens) -> bool:
    """`Trade Minister Ana Ruiz`, `Defense lawyer Ana Ruiz`: the trade belongs to the title."""
    if len(tokens) > 1 or tokens.end >= len(tokens.doc):
        return False
    after = tokens.doc[tokens.end]
    plain = bool(tokens[0].is_sent_start) and is_word(tokens.text.lower()) and kind_of_body([tokens.text]) is None
    return after.text in {"Minister", "Secretary", "Commissioner"} or (plain and noun_of(after) in listed("people"))


def _is_odd(words: Sequence[str]) -> bool:
    """A name has no digits alone, and begins with a capital."""
    return not words or any(w.isdigit() for w in words) or not words[0][:1].isupper()
