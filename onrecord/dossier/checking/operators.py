"""What bounds or softens a number: "at least 20" is not 20."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from onrecord.model import OPERATOR_WORDS, Quantity

from .evidence import Evidence, Passage
from .figures import Printed, printed
from .lexicons import lexicon
from .numbers import numbers_of
from .words import plain

_BETWEEN = (
    r"(?:\s+(?:a|an|the|another|other|its|their|his|her|of|only|just|us|further|additional|total|in|to|as|even))*"
    r"\s*[\"'(]?[$€£¥]?"
)


def check_operators(evidence: Evidence) -> None:
    """Report a bound that the article prints and the fact has lost, and one that it has and the article does not."""
    for passage in evidence.passages:
        for place, quantity in enumerate(passage.fact.quantities):
            _quantity(evidence, passage, place, quantity)
        _text(evidence, passage)


@lru_cache(maxsize=20_000)
def operators(text: str, start: int, end: int) -> frozenset[str]:
    """What the words right before and right behind a number make of it; empty = exactly so.

    >>> sorted(operators("nearly 20 people", 7, 9)), sorted(operators("he has 20", 7, 9))
    (['<', '~'], [])
    """
    before, after = plain(text[max(0, start - 60) : start]).lower(), plain(text[end : end + 40]).lower()
    made = {sign for sign, pattern in _patterns("operators").items() if pattern.search(before)}
    made |= {sign for sign, pattern in _patterns("behind").items() if pattern.match(after)}
    return frozenset(_longest(made, before))


def _longest(made: set[str], before: str) -> Iterable[str]:
    """The operators without those that only end another: "no more than" is not "more than"."""
    if re.search(rf"\b(?:no|not) (?:more|less|fewer) than{_BETWEEN}$", before):
        return made - {">", "<"}
    return made


@cache
def _patterns(where: str) -> dict[str, re.Pattern[str]]:
    made = {}
    for sign, listed in lexicon()[where].items():
        if not listed:
            continue
        either = "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))
        pattern = (
            rf"(?<!\w)(?<!\w-)(?:{either}){_BETWEEN}$" if where == "operators" else rf"[ -](?:\w+ )??(?:{either})\b"
        )
        made[sign] = re.compile(pattern)
    return made


def _printings(text: str, wanted: Iterable[float]) -> list[Printed]:
    values = set(wanted)
    return [number for number in printed(text) if number.value in values]


def _borne(evidence: Evidence, passage: Passage, wanted: tuple[float, ...]) -> list[frozenset[str]]:
    """What the article makes of a number: once for each printing of it, in the nearest stretch that prints it."""
    for text, span in (
        (passage.own, passage.span),
        (passage.sentence, passage.held),
        (passage.paragraph, passage.around),
    ):
        if there := _printings(text, wanted):
            found = {q.operator for q in evidence.quantities(passage.around) if set(numbers_of(q.value)) & set(wanted)}
            offset = span.start - passage.around.start
            whole = [operators(passage.paragraph, n.start + offset, n.end + offset) for n in there]
            return [*whole, *(frozenset({sign} - {"="}) for sign in sorted(found))]
    return []


def _quantity(evidence: Evidence, passage: Passage, place: int, quantity: Quantity) -> None:
    wanted = numbers_of(quantity.value)
    borne = _borne(evidence, passage, wanted) if wanted and wanted != (1.0,) else []
    mine = quantity.operator
    if not borne or any(mine in signs or (mine == "=" and not signs) for signs in borne):
        return
    says = sorted({sign for signs in borne for sign in signs})
    said = f"operator '{mine}': the article says {_told(says) or 'the number as it is'}"
    mend = f"write 'operator: \"{says[0] if says else '='}\"'"
    evidence.doubt(passage, "operator", f"quantities/{place}/operator", said=said, mend=mend)


def _text(evidence: Evidence, passage: Passage) -> None:
    fact = passage.fact
    for number in printed(fact.text):
        borne = _borne(evidence, passage, (number.value,)) if number.value != 1 else []
        mine = operators(fact.text, number.start, number.end)
        if not borne or any(mine & signs or not (mine or signs) for signs in borne):
            continue
        says = sorted({sign for signs in borne for sign in signs})
        if not mine and says and not _in_hedge(fact.hedge, says):
            said = f"'{number.text}' without what the article says of it: {_told(says)}"
            evidence.doubt(passage, "operator", "text", said=said, mend="keep the word that bounds the number")
        elif mine and not says:
            said = f"'{number.text}' is bounded here; the article gives the number as it is"
            evidence.doubt(passage, "operator", "text", said=said, mend="leave the bound out")
        elif mine:
            said = f"'{number.text}' is bounded otherwise than in the article: {_told(says)}"
            evidence.doubt(passage, "operator", "text", said=said, mend="keep the word that bounds the number")


def _in_hedge(hedge: str | None, signs: Iterable[str]) -> bool:
    held = plain(hedge or "").lower()
    return bool(held) and any(held in lexicon()["operators"][sign] for sign in signs)


def _told(signs: Iterable[str]) -> str:
    return " or ".join(OPERATOR_WORDS[sign] for sign in signs if OPERATOR_WORDS[sign])
