"""Every mention of equipment in an article, one record for each type or kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from onrecord.model import EquipmentClass, FoundEquipment, Span

from ..ids import id_of
from ..lexicons import lexicon
from ..reading import Reading
from .catalogue import Type
from .designations import Named, chosen, find_named
from .kinds import Kind, find_kinds, head_class
from .unlisted import find_unlisted

_NAME = re.compile(r" ([A-Z][a-z]{2,})")
_LIST = re.compile(r"s?,? (?:and |or )?(?:the |a |an |\d+ )?")
_NOBODY: frozenset[str] = frozenset()
_CLOSE = re.compile(r"[\s\"“”'‘’(]{1,3}")


@dataclass
class _Sentence:
    text: str
    named: list[Named]
    kinds: list[Kind]
    unlisted: list[tuple[Span, str, EquipmentClass]]


@dataclass
class _Gathered:
    name: str
    class_: EquipmentClass
    mentions: list[Span] = field(default_factory=list)


def find_equipment(reading: Reading) -> tuple[FoundEquipment, ...]:
    """All equipment of the body, in the order of first mention.

    A designated type is one record, whatever it is called: where a designation and a reporting name stand side by side,
    the reporting name decides. A kind is one record for each wording; a kind that only says what a designation beside
    it is (the "bombers" of "Tu-95 bombers") belongs to the designation.
    """
    sentences = [_look(reading, sentence.span) for sentence, _ in reading.sentences]
    _drop_bombers_on_foot(sentences)
    known = frozenset(type_.name for s in sentences for n in s.named if (type_ := chosen(s.text, n, s.kinds, _NOBODY)))
    gathered: dict[str, _Gathered] = {}
    renamed = _renamed(sentences, known)
    for sentence in sentences:
        for span, name, class_ in sorted(_mentions(sentence, known, renamed)):
            gathered.setdefault(name, _Gathered(name, class_)).mentions.append(span)
    return tuple(_found(gathered))


def _look(reading: Reading, span: Span) -> _Sentence:
    text = reading.text
    kinds = list(find_kinds(reading, span))
    named = [one for one in find_named(text, span) if not _is_part_of_name(reading, one)]
    return _Sentence(text, named, kinds, list(find_unlisted(text, span, kinds)))


def _is_part_of_name(reading: Reading, named: Named) -> bool:
    """Whether a name is a piece of another's: Omar Bradley, Typhoon Mara, Black Hawk County, the Kalashnikov Group."""
    span = named.span
    follow = _NAME.match(reading.text, span.end)
    if follow and head_class(follow[1]) is None and (not named.sure or follow[1] in _owners()):
        return True
    if named.sure and not span.cut(reading.text).isalpha():
        return False
    tokens = reading.tokens(span)
    if tokens is None or tokens[0].i == 0:
        return False
    before = tokens[0].nbor(-1)
    return tokens[0].ent_iob_ == "I" and before.ent_type_ == "PERSON" and before.pos_ == "PROPN"


@cache
def _owners() -> frozenset[str]:
    return frozenset(lexicon("equipment_kinds")["owners"])


def _drop_bombers_on_foot(sentences: Sequence[_Sentence]) -> None:
    """Leave out a bare "bomber" in an article without any other aircraft: there it is a person."""
    flying = any(k.class_ == "aircraft" and k.name != "bomber" for s in sentences for k in s.kinds)
    named = (d.type for s in sentences for n in s.named for d in n.sure)
    if not flying and not any(type_.family == "air" and not type_.civil for type_ in named):
        for sentence in sentences:
            sentence.kinds = [kind for kind in sentence.kinds if kind.name != "bomber"]


def _renamed(sentences: Sequence[_Sentence], known: frozenset[str]) -> dict[str, Type]:
    """Types whose designation stands beside the reporting name of another type: the name they were printed under."""
    renamed: dict[str, Type] = {}
    for s in sentences:
        for one, other in zip(s.named, s.named[1:], strict=False):
            type_ = chosen(s.text, one, s.kinds, known)
            if type_ is None or not _CLOSE.fullmatch(s.text, one.span.end, other.span.start):
                continue
            meant = [d.type for d in other.choices if not d.sure]
            if meant and type_ not in meant and meant[0].class_ == type_.class_:
                renamed[type_.name] = meant[0]
    return renamed


def _mentions(
    sentence: _Sentence, known: frozenset[str], renamed: dict[str, Type]
) -> Iterator[tuple[Span, str, EquipmentClass]]:
    taken: list[Span] = []
    found: list[tuple[Span, Type]] = []
    known |= {type_.name for type_ in renamed.values()}
    for named in sentence.named:
        listed = bool(found) and _LIST.fullmatch(sentence.text, found[-1][0].end, named.span.start) is not None
        type_ = chosen(sentence.text, named, sentence.kinds, known, listed=listed)
        if type_:
            type_ = renamed.get(type_.name, type_)
            taken.append(named.span)
            found.append((named.span, type_))
    for span, type_ in _joined(sentence.text, found):
        yield span, type_.name, type_.class_
    for span, name, class_ in sentence.unlisted:
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            yield span, name, class_
    for kind in sentence.kinds:
        if not any(_belongs(sentence.text, kind.span, other) for other in taken):
            yield kind.span, kind.name, kind.class_


def _joined(text: str, found: Sequence[tuple[Span, Type]]) -> list[tuple[Span, Type]]:
    """`found` with neighbours of one type made one: "Tu-95 Bear" is one mention."""
    joined: list[tuple[Span, Type]] = []
    for span, type_ in found:
        last = joined[-1] if joined else None
        if last and last[1] is type_ and text[last[0].end : span.start] == " ":
            joined[-1] = (Span(last[0].start, span.end), type_)
        else:
            joined.append((span, type_))
    return joined


def _belongs(text: str, kind: Span, designation: Span) -> bool:
    if kind.overlaps(designation):
        return True
    between = (
        text[designation.end : kind.start] if designation.end <= kind.start else text[kind.end : designation.start]
    )
    return len(between) <= 4 and not between.strip(" \"“”'‘’s(),-")


def _found(gathered: dict[str, _Gathered]) -> Iterator[FoundEquipment]:
    taken: set[str] = set()
    for one in sorted(gathered.values(), key=lambda g: g.mentions[0]):
        id_ = id_of(one.name, taken=taken)
        taken.add(id_)
        yield FoundEquipment(id=id_, name=one.name, **{"class": one.class_}, mentions=tuple(one.mentions))
