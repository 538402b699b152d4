"""A fact's numbers against the article: each must be printed where the fact stands."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Fact, Quantity

from .evidence import Evidence, Passage
from .figures import Printed, printed, values
from .lexicons import lexicon
from .words import plain, stem, stems, words

_MEASURES = frozenset(lexicon()["measures"])
_ANYONE = frozenset({"person", "other"})
_ONE = 1.0
"""`one` is as often a pronoun as a number."""


def check_numbers(evidence: Evidence) -> None:
    """Report numbers of texts and quantities that neither the sentence nor its paragraph has."""
    for passage in evidence.passages:
        known = _known(evidence, passage)
        for number in _strange(passage.fact, known):
            mend = _those(passage)
            evidence.doubt(
                passage, "number", "text", said=f"'{number.text}': no such number where it stands", mend=mend
            )
        for place, quantity in enumerate(passage.fact.quantities):
            _quantity(evidence, passage, place, quantity=quantity, known=known)
        _apart(evidence, passage)


def numbers_of(value: object) -> tuple[float, ...]:
    """The numbers of a quantity's value, without their sign: none, one, or the two of a range."""
    several = value if isinstance(value, tuple) else (value,)
    return tuple(abs(float(one)) for one in several if isinstance(one, int | float))


def _known(evidence: Evidence, passage: Passage) -> frozenset[float]:
    """Every number that is printed in the paragraph, or that was found in it."""
    found = {v for quantity in evidence.quantities(passage.around) for v in numbers_of(quantity.value)}
    return values(passage.paragraph) | found | {_ONE}


def _strange(fact: Fact, known: frozenset[float]) -> Iterable[Printed]:
    """The numbers of a text that nothing explains: no number of the paragraph, no date of its own."""
    dates = (
        [part for date in (fact.when.date, fact.when.until) if date for part in date.split("-")] if fact.when else []
    )
    borne = known | {float(part) for part in dates}
    return [number for number in printed(fact.text) if number.value not in borne]


def _those(passage: Passage) -> str:
    there = list(dict.fromkeys(number.text for number in printed(passage.sentence)))
    named = f"the sentence has {' and '.join(there)}" if there else "the sentence has no number"
    return f"write the number as {passage.fact.at.sentence} has it: {named}" if passage.fact.at else named


def _quantity(evidence: Evidence, passage: Passage, place: int, *, quantity: Quantity, known: frozenset[float]) -> None:
    strange = [one for one in numbers_of(quantity.value) if one not in known]
    key = f"quantities/{place}/value"
    if strange:
        said = f"{strange[0]:.12g}: no such number where it stands"
        evidence.doubt(passage, "number", key, said=said, mend=_those(passage))
    elif _other_words(quantity):
        said = f"the value is {numbers_of(quantity.value)[0]:.12g}, the words are “{quantity.text}”"
        evidence.doubt(passage, "number", key, said=said, mend="make value and text the same number")
    elif quantity.text and not _stands(quantity.text, passage):
        said = f"“{quantity.text}” is not printed where it stands"
        evidence.doubt(
            passage, "number", f"quantities/{place}/text", said=said, mend="give the number as it is printed"
        )
    _unit(evidence, passage, place, quantity)


def _other_words(quantity: Quantity) -> bool:
    """Whether the printed words have numbers, and none of them is the value."""
    there = values(quantity.text or "")
    return bool(there) and not any(one in there for one in numbers_of(quantity.value) or (*there,))


def _stands(text: str, passage: Passage) -> bool:
    return " ".join(plain(text).lower().split()) in " ".join(passage.paragraph.lower().split())


def _apart(evidence: Evidence, passage: Passage) -> None:
    """Report a text whose numbers are others than its quantities, though both stand in the paragraph."""
    fact = passage.fact
    written = [number for number in printed(fact.text) if number.value != _ONE]
    counted = {one for quantity in fact.quantities for one in numbers_of(quantity.value)}
    own = values(passage.own)
    missing = [one for one in counted - values(fact.text) if one in own and one != _ONE]
    strange = [number for number in written if number.value not in counted | own]
    if missing and strange:
        said = f"the text says {strange[0].text}, the quantity {missing[0]:.12g}"
        evidence.doubt(passage, "number", "text", said=said, mend="make both the number that the fact's own words have")


def _unit(evidence: Evidence, passage: Passage, place: int, quantity: Quantity) -> None:
    """Report a unit that nothing printed beside the number bears out."""
    unit = quantity.unit
    if not unit or not numbers_of(quantity.value) or numbers_of(quantity.value) == (_ONE,):
        return
    wanted = {stem(word) for word in words(unit)}
    if not wanted & _MEASURES and (wanted & _ANYONE or wanted & set(stems(passage.paragraph))):
        return
    same = [
        q for q in evidence.quantities(passage.around) if set(numbers_of(q.value)) & set(numbers_of(quantity.value))
    ]
    beside = [text for q in same for text in (q.unit, q.printed, q.of) if text]
    near = [word for text in beside for word in words(text)] + _beside(passage, quantity)
    if near and not wanted & {stem(word) for word in near}:
        said = f"'{unit}': the article counts something else"
        mend = f"write the unit that stands beside the number: {' '.join(dict.fromkeys(beside or near[:1]))}"
        evidence.doubt(passage, "unit", f"quantities/{place}/unit", said=said, mend=mend)


def _beside(passage: Passage, quantity: Quantity, most: int = 6) -> list[str]:
    """The words behind each printing of the number, up to its unit of measure, and the sign before it."""
    wanted = set(numbers_of(quantity.value))
    near: list[str] = []
    for number in (number for number in printed(passage.paragraph) if number.value in wanted):
        near += [sign for sign in "$€£¥" if sign in passage.paragraph[max(0, number.start - 3) : number.start]]
        behind = words(passage.paragraph[number.end : number.end + 80])[:most]
        unit = next((place for place, word in enumerate(behind) if stem(word) in _MEASURES), most)
        near += behind[: unit + 1]
    return near
