"""Names in the text, with the parser's mistakes mended by what other finders know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from onrecord.extract.gazetteer import country_of
from onrecord.extract.reading import Reading, span_of
from onrecord.model import FoundPlace, Span

from .candidates import candidates
from .kinds import is_title, kind_of_body, listed, seats, split_title, title_words

Label = Literal["person", "body", "state", "people"]
_COMPLETING = frozenset(
    ["administration", "government", "agency", "newspaper", "ministry", "campaign", "regime", "cabinet", "presidency"]
)
_SMALL = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "PRON"})
_COMPANY = frozenset({"Inc", "Corp", "Co", "Ltd", "LLC", "PLC", "AG", "SA", "NV", "GmbH"})
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


@dataclass(frozen=True)
class Known:
    """What the article as a whole tells about a name: the parser sees one sentence at a time.

    `people` has full names and their last words; `bodies` what is a body more often than a person.
    """

    people: frozenset[str]
    bodies: frozenset[str]


def find_names(
    reading: Reading, *, places: Sequence[FoundPlace], taken: Sequence[Span], sources: Sequence[Span] = ()
) -> tuple[Name, ...]:
    """Every name of a person, body, state or people in the body and the headings, in order.

    `taken` are spans that are something else (equipment); who is among the `sources` has a name even where the parser
    saw none. A place's name is none, unless it is a state's or a seat's.
    """
    known = _known(reading.doc, taken)
    towns = [
        m for p in places for m in p.mentions if not country_of(p.name) or not country_of(m.cut(reading.article.text))
    ]
    elsewhere = _outside_headlines(reading)
    found: list[Name] = []
    ends = 0
    for tokens in candidates(reading, known.people | known.bodies, sources):
        span = span_of(tokens)
        if any(span.overlaps(t) for t in taken) or tokens.start < ends:
            continue
        if _is_headline(tokens.sent) and not set(_words(tokens)) <= elsewhere:
            continue
        name = _name(tokens, known, [t for t in towns if t.overlaps(span) and _covers(t, span)])
        if name is not None:
            found.append(name)
            ends = name.end
    return tuple(found)


def _outside_headlines(reading: Reading) -> frozenset[str]:
    """Words that are capitalized in sentences where not every word is."""
    plain = (tokens for _, tokens in reading.sentences if not _is_headline(tokens))
    return frozenset(word for tokens in plain for t in tokens for word in _CLITIC.sub("", t.text).split())


def _is_headline(tokens: Tokens) -> bool:
    """Whether every word but the smallest is capitalized: there the parser sees names everywhere."""
    words = [t for t in tokens if t.is_alpha and t.pos_ not in _SMALL]
    return len(words) > 3 and all(t.text[0].isupper() for t in words)


def _covers(town: Span, span: Span) -> bool:
    """Whether the place is the whole name, not a part of it as in "University of Oslo"."""
    return (min(town.end, span.end) - max(town.start, span.start)) * 3 >= (span.end - span.start) * 2


def _known(doc: Doc, taken: Sequence[Span]) -> Known:
    entities = [e for e in doc.ents if not any(span_of(e).overlaps(t) for t in taken)]
    named = [split_title(_words(e))[1] for e in entities if e.label_ == "PERSON" and not _is_thing(e)]
    full = [n for n in named if len(n) in {2, 3} and n[-1][:1].isupper() and not country_of(n[-1])]
    people = frozenset([*(n[-1] for n in full), *(" ".join(n) for n in full)])
    bodies = [_words(e) for e in entities if e.label_ == "ORG" and " ".join(_words(e)) not in people]
    times = Counter([" ".join(n) for n in bodies] + [n[0] for n in bodies if len(n) > 1 and kind_of_body(n)])
    times.subtract(" ".join(n) for n in named)
    short = {n[0] for n in bodies if len(n) > 1 and kind_of_body(n) == "company" and n[-1].rstrip(".") in _COMPANY}
    return Known(people, frozenset({name for name, votes in times.items() if votes > 0} | short) - people)


def _words(tokens: Tokens) -> list[str]:
    words = [t.text_with_ws for t in tokens if not t.is_space]
    parts = _CLITIC.sub("", "".join(words).strip()).split()
    return parts[1:] if parts and parts[0].lower() in {"the", "a", "an"} and len(parts) > 1 else parts


def _name(tokens: Tokens, known: Known, towns: list[Span]) -> Name | None:
    tokens = _behind_owner(tokens, known)
    words = _words(tokens)
    if not words or not any(w[:1].isupper() for w in words):
        return None
    label = _label(tokens, words, known, bool(towns))
    if label is None:
        return None
    tokens = _grown(_trim(tokens), label)
    if label == "body":
        words = _words(tokens)
    if label == "person":
        tokens = _with_title(tokens)
        title, words = split_title(_words(tokens))
        tokens = tokens[len(tokens) - _count(tokens, words) :]
        return Name(label, tuple(words), tokens.start, tokens.end, span_of(tokens), title=title)
    country = country_of(" ".join(words)) or seats("seats").get(" ".join(words).lower()) if label != "body" else None
    return Name(label, tuple(words), tokens.start, tokens.end, span_of(tokens), country=country)


def _label(tokens: Tokens, words: list[str], known: Known, is_town: bool) -> Label | None:
    low = " ".join(words).lower()
    if low in seats("houses"):
        return "body"
    if low in listed("armed_names") or _followed_by_group(tokens):
        return "body"
    if " ".join(words) in known.people and not _is_modifier(tokens) and tokens.label_ != "NORP":
        return "person"
    country = country_of(low) or seats("seats").get(low)
    if tokens.label_ == "NORP":
        return "people" if country else None
    if country and len(words) > 1 and kind_of_body(words):
        return "body"
    if country and tokens.label_ != "PERSON":
        return "state"
    if tokens.label_ in {"PERSON", "ORG"} and _is_modifier(tokens):
        return "body"
    if tokens.label_ == "ORG" and (tokens.root.dep_ == "amod" or _is_portfolio(tokens)):
        return None
    if tokens.label_ in {"PERSON", ""} and " ".join(words) in known.bodies:
        return "body"
    if tokens.label_ == "PERSON":
        return None if is_town or _is_odd(words) or _is_thing(tokens) else "person"
    if tokens.label_ == "ORG":
        return None if is_town and not (len(words) > 1 and kind_of_body(words)) else "body"
    return "body" if kind_of_body(words) and len(words) > 1 and not is_town else None


def _behind_owner(tokens: Tokens, known: Known) -> Tokens:
    """`Ana Ruiz's Justice Ministry`: the ministry's name begins behind its owner's."""
    for token in tokens[1:-1]:
        owner = token.nbor(-1).text
        if token.tag_ == "POS" and (owner in known.people or country_of(owner)):
            return tokens.doc[token.i + 1 : tokens.end]
    return tokens


def _followed_by_group(tokens: Tokens) -> bool:
    return (
        tokens.label_ in {"ORG", "NORP"}
        and tokens.text.lower().endswith("islamic")
        and (tokens.end < len(tokens.doc) and tokens.doc[tokens.end].text == "State")
    )


def _grown(tokens: Tokens, label: Label) -> Tokens:
    """With the common noun that completes the name of a body: `Ruiz administration`, `ANSA news agency`."""
    doc, end = tokens.doc, tokens.end
    if label != "body" or end >= len(doc):
        return tokens
    after = doc[end]
    if after.lower_ == "news" and end + 1 < len(doc) and doc[end + 1].lower_ == "agency":
        return doc[tokens.start : end + 2]
    completes = after.pos_ == "NOUN" and after.text.islower() and after.lower_ in _COMPLETING
    return doc[tokens.start : end + 1] if completes and tokens.root.head == after else tokens


def _is_modifier(tokens: Tokens) -> bool:
    """Whether a name only says of what kind a common noun is: "the Ruiz administration"."""
    head = tokens.root.head
    return tokens.root.dep_ in {"compound", "nmod", "amod"} and head.i == tokens.end and head.lower_ in _COMPLETING


def _is_portfolio(tokens: Tokens) -> bool:
    """`Trade Minister Ana Ruiz`: the trade belongs to the title."""
    after = tokens.doc[tokens.end].text if tokens.end < len(tokens.doc) else ""
    return len(tokens) == 1 and after in {"Minister", "Secretary", "Commissioner"}


def _is_thing(tokens: Tokens) -> bool:
    """`The nearest lake is Ana Ruiz`: what the sentence says it is, is no person."""
    head = tokens.root
    told = next((c for c in head.head.children if c.dep_ == "nsubj"), None) if head.dep_ == "attr" else None
    return told is not None and told.pos_ == "NOUN" and told.lemma_.lower() not in listed("people")


def _is_odd(words: list[str]) -> bool:
    """A name of a person has no digits, and begins with a capital."""
    return any(c.isdigit() for w in words for c in w) or not words[0][:1].isupper()


def _trim(tokens: Tokens) -> Tokens:
    """Without article in front and possessive behind; `Islamic` grows to `Islamic State`."""
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    if doc[start].lower_ in {"the", "a", "an"} and end - start > 1:
        start += 1
    while end - start > 1 and (
        doc[end - 1].tag_ == "POS" or doc[end - 1].is_space or doc[end - 1].text in {"’", "'", ",", "’s"}
    ):
        end -= 1
    if _followed_by_group(tokens):
        end += 1
    return doc[start:end]


def _with_title(tokens: Tokens) -> Tokens:
    """Grown to the left over titles that the parser left outside the name."""
    doc, start = tokens.doc, tokens.start
    low = tokens.sent.start
    while start > low:
        # The tokenizer parts the full stop from most ranks.
        if doc[start - 1].text == "." and start - 1 > low and doc[start - 2].lower_ in title_words():
            start -= 2
        elif is_title(doc[start - 1]):
            start -= 1
        elif doc[start - 1].lower_ == "of" and start - 1 > low and is_title(doc[start - 2]):
            start -= 2
        else:
            break
    return doc[start : tokens.end]


def _count(tokens: Tokens, words: list[str]) -> int:
    """How many tokens, from the right, the words of the bare name take."""
    left = sum(len(w) for w in words)
    count = 0
    for token in reversed(list(tokens)):
        if left <= 0:
            break
        left -= len(token.text.strip())
        count += 1
    return count
