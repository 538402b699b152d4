"""A count of a whole and the share it is given as: 30 of the 120 members, or 25 percent · half of the 120."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Agreement, Consistency

from .figures import NUMBER, ROUGH, Figure, figure, plain
from .lexicons import either, lexicon
from .told import Passage, Told

_FRACTIONS = lexicon("words")["fractions"]
_PERCENT = r" ?(?:percent|per cent|%)"
_FRACTION = rf"(?i:{either(_FRACTIONS)})"
_NOUN = r"(?: [a-z][\w'-]*){0,3}?"
_ALONE = r"(?! ?(?:points?|of|more|less|fewer|higher|lower|above|below|in|from|among|on)\b)"
"""Nothing behind a share that makes it one of something else."""
_OF = rf"(?P<part>{NUMBER})(?: [a-z]+)? (?:of|out of) (?:the |its |their |all )?(?P<whole>{NUMBER}){_NOUN}"
_COUNT_FIRST = re.compile(
    rf"{_OF}(?:, or | \(|, )(?P<rough>{ROUGH} )?"
    rf"(?:(?P<share>{NUMBER}){_PERCENT}|(?P<fraction>{_FRACTION})(?=[ ,.;)])){_ALONE}"
)
_SHARE_FIRST = re.compile(rf"(?:(?P<share>{NUMBER}){_PERCENT}|(?P<fraction>{_FRACTION}))(?P<rough>)(?:, or | \(){_OF}")
_FRACTION_OF = re.compile(
    rf"(?P<rough>{ROUGH} )?(?P<fraction>{_FRACTION}) of (?:the |its |their |all )?(?P<whole>{NUMBER}){_NOUN}"
    rf"(?:, or | \()(?P<part>{NUMBER})(?=[,.;)])(?P<share>)"
)
_BOUND = re.compile(
    rf"{_OF},? (?:which is |that is |or |— )?(?P<bound>less|more) than (?P<fraction>{_FRACTION})(?=[ ,.;)]|$)"
)
ROOM = 1.0
"""Percentage points that nobody minds: 33 for a third of 100."""


def check_shares(told: Told) -> Iterator[Consistency]:
    """Every share that stands beside the count and the whole that it is taken of."""
    for passage in told.passages:
        for pattern in (_COUNT_FIRST, _SHARE_FIRST, _FRACTION_OF):
            for match in pattern.finditer(passage.text):
                if checked := _checked(passage, match):
                    yield checked
        yield from _bounds(passage)


def _bounds(passage: Passage) -> Iterator[Consistency]:
    """A count of a whole that is called less or more than half of it, or another share."""
    for match in _BOUND.finditer(passage.text):
        part, whole, share = figure(match["part"]), figure(match["whole"]), _fraction(match["fraction"])
        if not (part.whole and whole.whole) or not 0 < part.value <= whole.value or _is_year(match["whole"]):
            continue
        exact, words = part.value / whole.value * 100, f"{match['bound']} than {match['fraction']}"
        right = exact < share.value if match["bound"] == "less" else exact > share.value
        yield Consistency(
            "share",
            f"{part.text} of {whole.text} are {words}",
            (
                f"{plain(part.value)} ÷ {plain(whole.value)} = {plain(exact, 3)} percent.",
                f"The article says {words}: {match['bound']} than {plain(share.value, 3)} percent.",
            ),
            "fits" if right else "does not fit",
            facts=passage.facts(match),
            sentences=passage.sentences,
        )


def _checked(passage: Passage, match: re.Match[str]) -> Consistency | None:
    part, whole = figure(match["part"]), figure(match["whole"])
    if not (part.whole and whole.whole) or not 0 < part.value <= whole.value or _is_year(match["whole"]):
        return None
    share = figure(match["share"]) if match["share"] else _fraction(match["fraction"])
    exact = part.value / whole.value * 100
    apart = abs(exact - share.value)
    result = _agreement(match, share, apart=apart, part=part, whole=whole)
    meant = "" if match["share"] else f", {plain(share.value, 3)} percent"
    said = f"{match['share']} percent" if match["share"] else match["fraction"]
    return Consistency(
        "share",
        f"{part.text} of {whole.text} are {match['rough'] or ''}{said}",
        (
            f"{plain(part.value)} ÷ {plain(whole.value)} = {plain(exact, 3)} percent.",
            f"The article gives {match['rough'] or ''}{said}{meant}.",
        ),
        result,
        "the share is given roughly" if result == "cannot be decided" else None,
        facts=passage.facts(match),
        sentences=passage.sentences,
    )  # fmt: skip


def _agreement(match: re.Match[str], share: Figure, *, apart: float, part: Figure, whole: Figure) -> Agreement:
    rounded = 100 * (part.step / whole.value + part.value * whole.step / whole.value**2) / 2
    rounded = rounded if max(part.value, whole.value) >= 1000 else 0.0  # small counts are exact
    if apart <= max(share.step / 2, ROOM) + rounded:
        return "fits"
    return "cannot be decided" if match["rough"] or match["fraction"] or apart <= 5 + rounded else "does not fit"


def _fraction(words: str) -> Figure:
    return Figure(words, float(_FRACTIONS[words.lower()]) * 100, 2.0)


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d", text))
