"""What a number in a fact is, in a few words: "civilians killed", "bridges destroyed", "share price, down"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from onrecord.model import Fact, FoundQuantity, Quantity, Span

from ..lexicons import lexicon
from .forms import form_of, participle
from .material import Material

_OWN = re.compile(r"^(the|its|their|his|her|our|these|those) ")
_WITHIN = frozenset({"nummod", "quantmod", "compound", "npadvmod"})


def found_of(quantity: Quantity, fact: Fact, material: Material) -> FoundQuantity | None:
    """The finding that a fact's quantity was made of."""
    if fact.at is None:
        return None
    room = Span(fact.at.start, fact.at.end)
    inside = (q for q in material.findings.quantities if room.holds(Span(*q.span)))
    return next((q for q in inside if " ".join(Span(*q.span).cut(material.text).split()) == quantity.text), None)


def with_units(fact: Fact, material: Material) -> Fact:
    """The fact, its quantities with their units as the article prints them."""
    found = [found_of(quantity, fact, material) for quantity in fact.quantities]
    printed = [_OWN.sub("", f.printed) if f is not None and f.printed else None for f in found]
    shown = (q.model_copy(update={"printed": p}) for q, p in zip(fact.quantities, printed, strict=True))
    return fact.model_copy(update={"quantities": tuple(shown)})


def label_of(quantity: Quantity, fact: Fact, material: Material) -> str | None:
    """What the number is; None where nothing can be said beyond its unit."""
    found = found_of(quantity, fact, material)
    if found is None or _is_of_time(found, material):
        return None
    tokens = material.reading.tokens(Span(*found.span))
    noun = _counted(tokens.root) if tokens is not None else None
    if _is_toll(found):
        return found.of
    if is_measure(quantity):
        return _of_measure(quantity, found, noun, material)
    return _of_count(quantity, found, noun, material)


def harm_of(found: FoundQuantity | None) -> str | None:
    """What was done to the people that a number counts, as a word behind them."""
    words: dict[str, str] = lexicon("figures")["harm"]
    if found is None:
        return None
    return found.of if _is_toll(found) else words.get(found.effect or "")


def _is_toll(found: FoundQuantity) -> bool:
    """Whether the number is said to be one of dead, injured or missing people: "the number of dead"."""
    return found.unit is None and bool(set((found.of or "").lower().split()) & set(lexicon("figures")["counts"]))


def is_measure(quantity: Quantity) -> bool:
    """Whether the unit measures, and does not count."""
    return (quantity.unit or "").split(" per ")[0] in _measures()


@cache
def _measures() -> frozenset[str]:
    """Every unit of measure and currency by its long name."""
    units = lexicon("units")
    return frozenset({*units["units"], *units["currencies"], *lexicon("facts")["measures"]} - {"people"})


def _is_of_time(found: FoundQuantity, material: Material) -> bool:
    """Whether the number is part of a date or a length of time, or a year."""
    text = Span(*found.span).cut(material.text)
    if (found.unit or "") in lexicon("figures")["times"] or (text.isdigit() and 1500 <= int(text) <= 2100):
        return True
    dates = (t for t in material.findings.times if t.type in ("DATE", "TIME", "SET"))
    return any(t.span[0] < found.span[1] and found.span[0] < t.span[1] for t in dates)


def _of_count(quantity: Quantity, found: FoundQuantity, noun: Token | None, material: Material) -> str | None:
    things, names = _things(quantity, found, material), lexicon("figures")
    last = things.split()[-1].lower()
    if last in names["tolls"]:
        return things
    harm = harm_of(found)
    if harm is not None:
        return f"{things} {harm}" if _is_human(last, things) else None
    done = _done(noun)
    return f"{things} {done}" if done and last not in names["empty"] else None


def _is_human(last: str, things: str) -> bool:
    """Whether things counted are people, by their last word, or bear a name: "Palestinians"."""
    human = {*lexicon("harm")["human"], *lexicon("facts")["people"], *lexicon("figures")["human"], "people"}
    return last in human or last.removesuffix("s") in human or things.split()[-1][:1].isupper()


def _things(quantity: Quantity, found: FoundQuantity, material: Material) -> str:
    """What is counted, in the plural where the article has it so: "Tu-22M3 bombers", "civilians", "people"."""
    words = [w for w in (found.printed or "").split() if w.lower() not in ("the", "other") and not w[:1].isdigit()]
    unit = " ".join(words)
    if not unit or unit.lower() in lexicon("figures")["empty"]:
        return "people"
    names = {kind.id: kind.name for kind in material.equipment}
    kind = names.get(quantity.of or "")
    return f"{kind} {unit}" if kind is not None and kind.lower() not in unit.lower() else unit


def _of_measure(quantity: Quantity, found: FoundQuantity, noun: Token | None, material: Material) -> str | None:
    names = {record.id: record.name for record in material.equipment}
    name = names.get(quantity.of or "")
    of = name if name is not None and not name.islower() else found.of or name or quantity.of or ""
    long = (quantity.unit or "") in ("mile", "kilometre") and not set(of.lower().split()) & set(
        lexicon("figures")["lengths"]
    )
    if not of or long or _is_person(of, material):
        return None
    of = _lowered(of, found, material)
    done = _done(noun) if noun is not None and noun.dep_ in ("dobj", "nsubjpass") else None
    if material.text[found.span[1] : found.span[1] + 4] == " of ":
        share = quantity.unit == "percentage"
        return f"{of} {done}" if done else f"share of {of}" if share else of
    return f"{of}{_change(found, of, material)}"


def _is_person(of: str, material: Material) -> bool:
    """Whether a measure is said to be of a person: then what it measures is not said."""
    people = (a for a in material.actors if a.kind == "person")
    return any(of.lower() in " ".join((a.name, a.role or "", *a.aliases)).lower() for a in people)


def _change(found: FoundQuantity, of: str, material: Material) -> str:
    """Whether it is a rise or a fall, and from what: ", down", ", up from 6 percent"."""
    if found.was is not None and found.was != found.span:
        before = " ".join(Span(*found.was).cut(material.text).split())
        return f", {found.change} from {before}" if found.change is not None else f", {before} before"
    if isinstance(found.value, tuple) and found.change is not None:
        return f", {found.change}"
    says = of.split()[-1].lower() in lexicon("figures")["changes"]
    return f", {found.change}" if found.change is not None and not says else ""


def _lowered(of: str, found: FoundQuantity, material: Material) -> str:
    """The words without a capital that only the sentence gave them."""
    tokens = material.reading.tokens(Span(*found.span))
    sentence = tokens.root.sent if tokens is not None else ()
    first = next((t for t in sentence if t.text == of.split()[0]), None)
    return of[:1].lower() + of[1:] if first is not None and first.is_sent_start and first.pos_ != "PROPN" else of


def _counted(token: Token) -> Token:
    """The noun that a number belongs to, or the number itself."""
    for _ in range(3):
        if token.dep_ in _WITHIN and token.head.pos_ in ("NOUN", "PROPN", "NUM", "SYM"):
            token = token.head
    of = token.dep_ == "pobj" and token.head.lower_ == "of"
    return token.head.head if of and token.head.head.lemma_.lower() in lexicon("figures")["groups"] else token


def _done(noun: Token | None) -> str | None:
    """What was done with what is counted, or what it did: "destroyed", "sent", "fled"."""
    if noun is None:
        return None
    names, verb = lexicon("figures"), noun.head
    if verb.lower_ == "missing" and noun.dep_ == "nsubj":
        return "missing"
    lemma = verb.lemma_.lower()
    if noun.dep_ != "dobj" and any(c.dep_ in ("conj", "acl") for c in noun.children):
        return None  # of "500 men using it and the market is tipped" the verb may tell of the market alone
    if verb.pos_ != "VERB" or lemma in names["plain"] or any(c.dep_ == "neg" for c in verb.children):
        return None
    if noun.dep_ in ("dobj", "nsubjpass"):
        particle = "".join(f" {c.text}" for c in verb.children if c.dep_ == "prt")
        return (verb.text.lower() if verb.tag_ == "VBN" else participle(verb)) + particle
    return form_of(lemma, "VBD") if noun.dep_ == "nsubj" and lemma in names["going"] else None
