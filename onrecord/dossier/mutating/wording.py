"""Damage to the words of a fact: reservations, bounds, negations, numbers, names, days, quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from onrecord.model import ARTICLE, Dossier, Fact

from ..checking.figures import Printed, printed
from ..checking.lexicons import lexicon
from ..checking.operators import operators
from ..checking.polarity import told
from .change import Mutation, with_facts

_HEDGES: list[str] = lexicon()["hedges"]["words"]
_BOUNDS = [word for listed in lexicon()["operators"].values() for word in listed]
_NO = frozenset(lexicon()["negations"]["words"] + lexicon()["negations"]["strong"])
_DAYS = [day.capitalize() for day in lexicon()["weekdays"]]
_AUXILIARY = re.compile(
    r"\b(was|were|is|are|has|have|had|will|would|could|can|may|might|should|did|does)\b(?! not\b|n['’]t)"
)
_PAST = re.compile(r"(?<=[a-z] )([a-z]+ed)\b")
_POSITIVE: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\b([Cc])annot\b", r"\1an"),
    (r"\b(could|would|should|did|does|do|is|was|were|are|has|have|had|will|can|may|might)(?: not|n['’]t)\b", r"\1"),
    (r"\b([Nn])obody\b", lambda m: "Somebody" if m[1] == "N" else "somebody"),
    (r"\b([Nn])othing\b", lambda m: "Something" if m[1] == "N" else "something"),
    (r"\b([Nn])one of\b", lambda m: "All of" if m[1] == "N" else "all of"),
    (r"\b([Nn])ever\b", lambda m: "Often" if m[1] == "N" else "often"),
    (r"\b([Nn])o (?=[a-z])", lambda m: "An " if m[1] == "N" else "an "),
    (r"\bwithout\b", "with"),
    (r" not\b", ""),
)
OTHER_WORD = {
    "two": "four", "three": "six", "four": "eight", "five": "ten", "six": "twelve", "seven": "nine", "eight": "four",
    "nine": "seven", "ten": "twenty", "eleven": "twelve", "twelve": "six", "twenty": "thirty", "thirty": "forty",
    "forty": "eighty", "fifty": "sixty", "sixty": "fifty",
}  # fmt: skip


def damage_words(dossier: Dossier) -> Iterator[Mutation]:
    """Every damage to words, fact by fact."""
    for fact in dossier.facts.values():
        for kind, text, update in (*_hedges(fact), *_bounds(fact), *_negations(fact), *_numbers(fact), *_days(fact)):
            yield _made(dossier, fact, kind, text=text, update=update)
        yield from _names(dossier, fact)
        yield from _quotation(dossier, fact)


def _made(dossier: Dossier, fact: Fact, kind: str, *, text: str, update: dict[str, object]) -> Mutation:
    new = fact.model_copy(update={"text": text, **update})
    shown = "".join(f"; {key}: {value}" for key, value in update.items() if key != "quantities")
    return Mutation(kind, fact.id, fact.text, text + shown, with_facts(dossier.files, {fact.id: new}))


Change = tuple[str, str, dict[str, object]]


def _hedges(fact: Fact) -> Iterator[Change]:
    """A reservation dropped: from the text, from text and field."""
    printed_there = [fact.hedge] if fact.hedge else []
    for hedge in dict.fromkeys([*printed_there, *_HEDGES]):
        pattern = rf"\b{re.escape(hedge)}\b ?"
        if (
            not re.search(pattern, fact.text, re.IGNORECASE)
            or hedge.lower() in _BOUNDS
            or re.search(r"\bMay \d", fact.text)
        ):
            continue
        text = _sentence(re.sub(pattern, "", fact.text, count=1, flags=re.IGNORECASE))
        if fact.hedge:
            yield "reservation dropped from the text", text, {}
        sure = "asserted" if fact.source == ARTICLE else "attributed"
        certainty = sure if fact.certainty == "hedged" else fact.certainty
        yield "reservation dropped from text and field", text, {"hedge": None, "certainty": certainty}
        return


def _bounds(fact: Fact) -> Iterator[Change]:
    """A bound before a number dropped, or turned round: in the text, and in all fields."""
    for number in printed(fact.text):
        before = fact.text[: number.start]
        bound = next((b for b in sorted(_BOUNDS, key=len, reverse=True) if re.search(rf"\b{b} $", before, re.I)), None)
        if bound is None or not operators(fact.text, number.start, number.end):
            continue
        start = number.start - len(bound) - 1
        rest = fact.text[number.start :]
        text = _sentence(fact.text[:start] + rest)
        exact = tuple(quantity.model_copy(update={"operator": "="}) for quantity in fact.quantities)
        yield "bound dropped from the text", text, {}
        yield "bound dropped everywhere", text, {"hedge": None, "quantities": exact}
        turned = "at least" if bound in lexicon()["operators"]["<="] + lexicon()["operators"]["<"] else "up to"
        yield "bound turned round", _sentence(f"{fact.text[:start]}{turned} {rest}"), {}
        return


def _negations(fact: Fact) -> Iterator[Change]:
    spoken = told(fact.text) == fact.text
    for pattern, instead in _POSITIVE if spoken else ():
        text = re.sub(pattern, instead, fact.text, count=1)
        if text != fact.text:
            yield "negation removed", _sentence(text), {}
            return
    if any(word in _NO for word in words_of(fact.text)):
        return  # a second negation may say the same as none
    text = _AUXILIARY.sub(r"\1 not", fact.text, count=1)
    text = _PAST.sub(r"never \1", fact.text, count=1) if text == fact.text else text
    if text != fact.text and spoken:
        yield "negation added", text, {}


def _numbers(fact: Fact) -> Iterator[Change]:
    """Another number: in the text only, or in the text and in the quantity that has it."""
    for number in printed(fact.text):
        if instead := other_number(number):
            text = _sentence(fact.text[: number.start] + instead + fact.text[number.end :])
            yield "number changed in the text", text, {}
            value = printed(instead)[0].value
            changed = tuple(
                q.model_copy(update={"value": value, "text": (q.text or instead).replace(number.text, instead)})
                for q in fact.quantities
                if q.value == number.value
            )
            others = tuple(q for q in fact.quantities if q.value != number.value)
            if changed:
                yield "number changed everywhere", text, {"quantities": (*changed, *others)}
            return


def other_number(number: Printed) -> str | None:
    """Another number in its form, about twice as much; None for what is no amount.

    >>> [other_number(number) for number in printed("four of 1,200 in 2016")]
    ['eight', '2,400', '2017']
    """
    digits = re.match(r"[\d,.]*\d", number.text)
    if digits:
        bare = digits[0].replace(",", "")
        if re.fullmatch(r"1[5-9]\d\d|20\d\d", number.text):
            return str(int(bare) + 1)
        doubled = f"{float(bare) * 2:,.12g}" if "," in digits[0] or "." in bare else str(int(bare) * 2)
        return doubled + number.text[digits.end() :]
    first, _, rest = number.text.partition(" ")
    instead = OTHER_WORD.get(first.lower())
    if instead is None or "-" in first:
        return None
    return (instead.capitalize() if first[0].isupper() else instead) + (f" {rest}" if rest else "")


def _days(fact: Fact) -> Iterator[Change]:
    for place, day in enumerate(_DAYS):
        if re.search(rf"\b{day}\b", fact.text):
            yield "day changed in the text", fact.text.replace(day, _DAYS[(place + 2) % 7]), {}
            return


def _names(dossier: Dossier, fact: Fact) -> Iterator[Mutation]:
    """Another actor's name where one is named."""
    actors = [actor for actor in dossier.actors.values() if actor.name[:1].isupper()]
    for place, actor in enumerate(actors):
        named = next((n for n in (actor.name, *actor.aliases) if n[:1].isupper() and _has(fact.text, n)), None)
        others = actors[place + 1 :] + actors[:place]
        other = next((o for o in others if not set(words_of(o.name)) & set(words_of(fact.text))), None)
        if named and other and other.id not in fact.actors and other.id != fact.source:
            text = re.sub(rf"(?<!\w){re.escape(named)}(?!\w)", other.name, fact.text)
            yield _made(dossier, fact, "actor changed in the text", text=text, update={})
            return


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, a possessive without its ending."""
    return re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", text.lower()))


def _has(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _quotation(dossier: Dossier, fact: Fact) -> Iterator[Mutation]:
    words = fact.quote.text.split() if fact.quote else []
    if fact.quote and words:
        place = max(range(len(words)), key=lambda n: len(words[n]))
        text = " ".join([*words[:place], "perhaps" if words[place].isalpha() else "so", *words[place + 1 :]])
        quote = fact.quote.model_copy(update={"text": text})
        yield Mutation(
            "word of a quotation changed", fact.id, fact.quote.text, text,
            with_facts(dossier.files, {fact.id: fact.model_copy(update={"quote": quote})}),
        )  # fmt: skip


def _sentence(text: str) -> str:
    """With a capital letter at its head, and one space between words."""
    even = re.sub(r"\s{2,}", " ", text).strip()
    return even[:1].upper() + even[1:]
