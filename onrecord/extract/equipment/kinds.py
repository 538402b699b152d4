"""Kinds of equipment without a designation: "long-range bombers", "incendiary weapons", "a car bomb"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.model import EquipmentClass, Span

from ..lexicons import lexicon
from ..reading import Reading

SAME_AS_SINGULAR = ("aircraft", "munitions", "craft", "arms", "TNT", "artillery", "hardware", "ammunition", "weaponry")


_WORD = re.compile(r"\w+")
_POINTS = ".,;:!?”\"'’)"


@dataclass(frozen=True)
class Kind:
    """A mention of a kind. `name` is its singular in lower case, but for abbreviations."""

    span: Span
    name: str
    head: str
    class_: EquipmentClass
    specific: bool
    """Whether the words tell more than "plane" or "weapon" does."""


@dataclass(frozen=True)
class _Head:
    name: str
    class_: EquipmentClass
    specific: bool


def find_kinds(reading: Reading, within: Span) -> Iterator[Kind]:
    """Every kind named in `within`, in order; where two overlap, the longest from the left."""
    for match in _matches(reading.text, within):
        head = _heads()[_key(match["head"])]
        start, end = match.span()
        if _means_it(reading, Span(*match.span("head")), head, match):
            name = _singular(reading.text[start:end], match["head"], head.name)
            specific = _is_military(head.name, match["modifiers"]) and (head.specific or bool(match["modifiers"]))
            yield Kind(Span(start, end), name, head.name, _class_of(match["modifiers"], head), specific)


def _matches(text: str, within: Span) -> Iterator[re.Match[str]]:
    """Heads with their modifiers. Only words that begin one are looked at: most words of an article do not."""
    words = [(m.start(), m[0].casefold()[:_PREFIX]) for m in _WORD.finditer(text, within.start, within.end)]
    if _beginnings().isdisjoint(letters for _, letters in words):
        return
    end = within.start
    for start, letters in words:
        if start >= end and letters in _openings():
            match = _pattern().match(text, start, within.end)
            if match:
                end = match.end()
                yield match


def _class_of(modifiers: str, head: _Head) -> EquipmentClass:
    """The class of the head; of a list what all its parts are, as biological and chemical weapons are."""
    parts = re.split(r",\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+", modifiers.strip())
    if len(parts) == 1:
        return head.class_
    classes = {known.class_ if (known := _heads().get(_key(f"{part} {head.name}"))) else head.class_ for part in parts}
    return classes.pop() if len(classes) == 1 else "other" if head.name == "weapon" else head.class_


def head_class(word: str) -> EquipmentClass | None:
    """The class of equipment a noun names, singular or plural; None if it names none.

    >>> head_class("Bombers"), head_class("bridge")
    ('aircraft', None)
    """
    head = _heads().get(_key(word))
    return head.class_ if head else None


def _means_it(reading: Reading, head: Span, kind: _Head, match: re.Match[str]) -> bool:
    tokens = reading.doc.char_span(head.start, head.end, alignment_mode="expand")
    if tokens is None or tokens[-1].pos_ in ("VERB", "AUX", "ADP"):
        return False
    if kind.name.isupper() and not head.cut(reading.article.text).rstrip("s").isupper():
        return False
    if tokens[0].is_title and not tokens[0].is_sent_start and len(tokens) == 1 and match["head"].istitle():
        return bool(match["modifiers"])  # a capital letter inside a sentence: a name, as in Houston Rockets
    return not _means_something_else(reading.text, kind, match)


def _means_something_else(text: str, kind: _Head, match: re.Match[str]) -> bool:
    """Whether the neighbours make the word another: a think tank, a shell company, a counter-IED course."""
    rules = lexicon("equipment_kinds")
    if text[: match.start()].endswith("-") and text[: match.start() - 1].casefold().endswith(tuple(rules["against"])):
        return True
    before = text[max(0, match.start() - 24) : match.start()].casefold().split()[-2:]
    after = [w.strip(_POINTS) for w in text[match.end() : match.end() + 24].casefold().split()[:2]]
    last = match["modifiers"].casefold().split()[-1:] or before[-1:]
    word = kind.name.split()[-1]
    if {*after[:1], " ".join(after)} & set(rules["not_before"].get(word, ())):
        return True
    joined = match.end() < len(text) and text[match.end()] == " "
    if joined and after and after[0] in _bodies():
        return True
    return bool({*last, " ".join(before)} & set(rules["not_after"].get(word, ())))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(lexicon("equipment_kinds")["part_of_name_of"])


def _singular(printed: str, head: str, name: str) -> str:
    front = " ".join(printed[: len(printed) - len(head)].split())
    joint = "" if not front or front.endswith("-") else " "
    return front.casefold() + joint + name


def _key(head: str) -> str:
    return re.sub(r"[\s-]+", " ", head).casefold()


def _is_military(head: str, modifiers: str) -> bool:
    civil = set(lexicon("equipment_kinds")["civil_modifiers"])
    return head not in _civil() and civil.isdisjoint(modifiers.casefold().replace(",", " ").split())


@cache
def _civil() -> frozenset[str]:
    return frozenset(lexicon("equipment_kinds")["civil"])


@cache
def _heads() -> dict[str, _Head]:
    heads: dict[str, _Head] = {}
    for class_, lists in lexicon("equipment_kinds")["heads"].items():
        for degree, names in lists.items():
            for name in names:
                head = _Head(name, class_, degree == "specific")
                heads[_key(name)] = heads[_key(_plural(name))] = head
    return heads


_PREFIX = 4


@cache
def _beginnings() -> frozenset[str]:
    """The first letters of every head: a sentence without any of them need not be searched."""
    return frozenset(re.split(r"[\s-]", key)[0][:_PREFIX] for key in _heads())


@cache
def _openings() -> frozenset[str]:
    """The first letters of every head and modifier."""
    modifiers = lexicon("equipment_kinds")["modifiers"]
    return _beginnings() | {re.split(r"[\s-]", word.casefold())[0][:_PREFIX] for word in modifiers}


def _plural(name: str) -> str:
    if name.endswith(SAME_AS_SINGULAR) or name.startswith("weapons of"):
        return name
    if " of " in name:
        first, _, rest = name.partition(" ")
        return f"{first}s {rest}"
    if name.endswith(("ary", "ery", "ry")) and name != "weaponry":
        return name[:-1] + "ies"
    return name + "s"


@cache
def _pattern() -> re.Pattern[str]:
    """A head with its modifiers. Before a general noun they may be listed: attack, bomber and fighter aircraft."""
    rules = lexicon("equipment_kinds")
    heads = sorted(_heads(), key=len, reverse=True)
    modifier = _either(sorted(rules["modifiers"], key=len, reverse=True))
    general = _either(
        sorted((form for name in rules["general"] for form in (name, _plural(name))), key=len, reverse=True)
    )
    joint = r"(?:,\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)"
    is_list = rf"(?=(?:(?:{modifier})[\s-]+){{0,2}}(?:{modifier}){joint})"
    listed = rf"{is_list}(?:(?:{modifier})(?:{joint}|[\s-]+))+?(?=(?:{general})\b)"
    return re.compile(
        rf"\b(?P<modifiers>{listed}|(?:(?:{modifier})[\s-]+)*?)(?P<head>{_either(heads)})(?![\w’'-]*[\w-])",
        re.IGNORECASE,
    )


def _either(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[-\s]?") for phrase in phrases)
