"""A whole and all of its parts: 58 dead, 23 in X and 35 in Y · 52 percent to 48 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Agreement, Consistency

from .figures import NUMBER, ROUGH, figure, plain
from .lexicons import either, lexicon
from .told import Passage, Told

_WORDS = lexicon("words")
_UNITS = frozenset(_WORDS["not_counted"])
_APART = ({"men", "women", "children"}, {"men", "women"}, {"boys", "girls"}, {"for", "against"})
"""Groups that nobody is in twice."""
_SEGMENT = rf"{NUMBER}(?:(?! and )(?! — )[^,.;:()\d—])*"
_LIST = rf"(?P<list>{_SEGMENT}(?:, {_SEGMENT})*,? and {_SEGMENT})"
_PARTED = re.compile(
    rf"(?P<rough>\b{ROUGH} )?(?P<whole>{NUMBER})(?P<noun>(?: [a-z][\w'-]*){{1,4}})(?P<intro>: | — | \(|, |, with )"
    rf"(?:{ROUGH} )?{_LIST}(?:[.;)—,]|$)"
)
_TOTAL = re.compile(
    rf"{_LIST},? (?:for |making |in all, |bringing the total to )?a (?:combined )?total of (?P<whole>{NUMBER})"
    r"(?P<noun>)(?P<rough>)(?P<intro>)"
)
_PERCENT = re.compile(rf"(?P<share>{NUMBER}) ?(?:percent|per cent|%)")
_VOTING = re.compile(rf"\b(?:{either(_WORDS['votes'])}|remaining|the rest)\b", re.IGNORECASE)


_AGAINST = re.compile(
    rf"\b(?:by|margin of) (?P<yes>{NUMBER})(?: ?(?:percent|%))? to (?P<no>{NUMBER}) ?(?:percent|per cent|%)"
)


def check_sums(told: Told) -> Iterator[Consistency]:
    """Every whole that is told with its parts, and shares of a vote that make a hundred."""
    for passage in told.passages:
        for match in (*_PARTED.finditer(passage.text), *_TOTAL.finditer(passage.text)):
            if checked := _checked(passage, match):
                yield checked
        if checked := _hundred(passage):
            yield checked


def _checked(passage: Passage, match: re.Match[str]) -> Consistency | None:
    whole = figure(match["whole"])
    pieces = [re.match(rf"({NUMBER})(.*)", piece) for piece in re.split(r",? and |, ", match["list"])]
    segments = [(piece[1], piece[2]) for piece in pieces if piece]
    parts = [figure(number) for number, _ in segments]
    if not whole.whole or not all(part.whole for part in parts) or _counts_no_things(match, segments):
        return None
    total = sum(part.value for part in parts)
    result, why = _agreement(match, [rest.split() for _, rest in segments], over=total - whole.value)
    if result is None:
        return None
    added = " + ".join(plain(part.value) for part in parts)
    return Consistency(
        "sum",
        f"{whole.text}, told as {', '.join(part.text for part in parts[:-1])} and {parts[-1].text}",
        (f"{added} = {plain(total)}.", f"The article gives {whole.text} as the whole."),
        result,
        why,
        facts=passage.facts(match),
        sentences=passage.sentences,
    )


def _agreement(match: re.Match[str], rests: list[list[str]], *, over: float) -> tuple[Agreement | None, str | None]:
    """Equal fits; more cannot be, where nobody is counted twice; less may leave some out."""
    if over == 0:
        return "fits", None
    strict = match["intro"] in (": ", " — ", " (") or not match["intro"]
    located = all(rest[:1] in (["in"], ["at"], ["from"]) and rest[1:] and _is_name(rest[1:]) for rest in rests)
    if match["rough"] or not (strict or located):
        return None, None
    if over < 0:
        return ("cannot be decided", "the list may leave some out") if strict else (None, None)
    if located or any({rest[0] for rest in rests if rest} == group and all(rest for rest in rests) for group in _APART):
        return "does not fit", None
    return "cannot be decided", "some may be counted in two of the groups"


def _is_name(words: list[str]) -> bool:
    """Whether the words are a name and nothing else: a verb behind it begins another clause."""
    return (
        all(word[0].isupper() or word in ("of", "the", "and", "de", "la") for word in words) and words[-1][0].isupper()
    )


def _counts_no_things(match: re.Match[str], segments: list[tuple[str, str]]) -> bool:
    nouns = match["noun"].lower().split() + [rest.split()[0].lower() for _, rest in segments if rest.split()]
    return not _UNITS.isdisjoint(nouns) or bool(re.fullmatch(r"1[5-9]\d\d|20\d\d", match["whole"]))


def _hundred(passage: Passage) -> Consistency | None:
    """All shares of a sentence about a vote or a rest, where they make a hundred; other sums prove nothing."""
    shares = list(_PERCENT.finditer(passage.text))
    total = sum(figure(share["share"]).value for share in shares)
    if len(shares) < 2 or not _VOTING.search(passage.text):
        return None
    told = _AGAINST.search(passage.text)
    over = told is not None and len(shares) == 2 and total > 101
    if not over and not 99 <= total <= 101:
        return None
    added = " + ".join(plain(figure(share["share"]).value) for share in shares)
    facts = tuple(dict.fromkeys(fact for share in shares for fact in passage.facts(share)))
    return Consistency(
        "sum",
        f"{' and '.join(share['share'] for share in shares)} percent make a whole",
        (f"{added} = {plain(total)} percent; rounding explains one percent.",),
        "does not fit" if over else "fits",
        facts=facts,
        sentences=passage.sentences,
    )
