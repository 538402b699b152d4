"""Attributions against the gold ones, by the rule of the Gender Gap Tracker (Asr et al., 2021).

A found attribution covers a gold one when it holds more than a threshold of its content's characters. Each is used
once, those first that share most, so that a report inside a report finds its own. Joint also needs sources that
overlap, or no source on either side. An optional gold one may take what is left over; what it takes is neither right
nor wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import FoundAttribution, Span

from .actors import Cast
from .gold import GoldAttribution
from .tally import Miss, Tally, one_to_one

Pair = tuple[GoldAttribution, FoundAttribution]
Matched = tuple[list[Pair], list[GoldAttribution], list[FoundAttribution]]
MARKS = frozenset('“”"')


def matched(golds: Sequence[GoldAttribution], found: Sequence[FoundAttribution], threshold: float) -> Matched:
    """Pairs, golds that nothing covers, and found ones that cover no gold; the optional are in none of the three."""

    def alike(gold: GoldAttribution, other: FoundAttribution) -> float:
        inner, outer = _characters(gold.content), _characters(other.content)
        shared = len(inner & outer)
        return shared / len(inner | outer) if shared > threshold * len(inner) else 0.0

    needed, optional = [g for g in golds if not g.optional], [g for g in golds if g.optional]
    free = [f for f in found if f.content]
    numbers = one_to_one(needed, free, alike)
    rest = [f for j, f in enumerate(free) if j not in {j for _, j in numbers}]
    taken = {j for _, j in one_to_one(optional, rest, alike)}
    met = {i for i, _ in numbers}
    return (
        [(needed[i], free[j]) for i, j in sorted(numbers)],
        [g for i, g in enumerate(needed) if i not in met],
        [f for j, f in enumerate(rest) if j not in taken],
    )


def _characters(spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.end))


def same_source(pair: Pair) -> bool:
    """Whether the source spans of a pair touch, or neither has one."""
    gold, found = pair
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return any(g.overlaps(f) for g in gold.source for f in found.source)


def score_attributions(cast: Cast, joint: Tally, content: Tally, direct: Tally) -> None:
    """Joint and content at 0.3 over all attributions; direct joint at 0.8 over those with a quotation mark in them."""
    golds, found = cast.gold.attributions, cast.found.attributions
    pairs, missed, over = matched(golds, found, 0.3)
    for tally in (joint, content):
        tally.gold += len(pairs) + len(missed)
        tally.found += len(pairs) + len(over)
    for pair in pairs:
        content.hit()
        if same_source(pair):
            joint.hit()
        else:
            joint.misses.append(Miss(cast.gold.name, "wrong source", _gold_line(cast, pair[0]), _line(cast, pair[1])))
    content.misses += [Miss(cast.gold.name, "attribution missing", _gold_line(cast, gold)) for gold in missed]
    content.misses += [Miss(cast.gold.name, "attribution that is none", found=_line(cast, f)) for f in over]
    _score_direct(cast, direct)


def _score_direct(cast: Cast, direct: Tally) -> None:
    def quoted(spans: Sequence[Span], margin: int = 0) -> bool:
        return any(MARKS & set(cast.gold.text[max(0, s.start - margin) : s.end + margin]) for s in spans)

    golds = [g for g in cast.gold.attributions if quoted(g.content)]
    found = [f for f in cast.found.attributions if quoted(f.content, 1)]
    pairs, missed, over = matched(golds, found, 0.8)
    direct.gold += len(pairs) + len(missed)
    direct.found += len(pairs) + len(over)
    for pair in pairs:
        if same_source(pair):
            direct.hit()
        else:
            direct.misses.append(_quotation(cast, "quotation with a wrong source", pair[0], pair[1]))
    direct.misses += [_quotation(cast, "quotation missing or not whole", gold) for gold in missed]
    direct.misses += [Miss(cast.gold.name, "quotation that is none", found=_line(cast, f)) for f in over]


def _quotation(cast: Cast, what: str, gold: GoldAttribution, found: FoundAttribution | None = None) -> Miss:
    return Miss(cast.gold.name, what, _gold_line(cast, gold), _line(cast, found) if found else "")


def score_speakers(cast: Cast, speakers: Tally, relays: Tally) -> None:
    """On attributions whose content was found: is the actor the right one, and the relay where there is one.

    Where the article names no source, the right answer is nobody.
    """
    pairs, _, _ = matched(cast.gold.attributions, cast.found.attributions, 0.3)
    for gold, found in pairs:
        right = cast.is_one_of(found.actor, gold.actors) if gold.actors else found.actor is None
        miss = Miss(cast.gold.name, "speaker", _gold_line(cast, gold), f"{found.actor} in {_line(cast, found)}")
        speakers.judge(right, miss)
        if gold.via or found.via:
            right = cast.is_one_of(found.via, (gold.via,)) if gold.via else found.via is None
            marked = f"via {gold.via}: {_gold_line(cast, gold)}"
            relays.judge(right, Miss(cast.gold.name, "relay", marked, f"via {found.via}"))


def _gold_line(cast: Cast, gold: GoldAttribution) -> str:
    return f"{_line(cast, gold)} = {' or '.join(gold.actors) or 'nobody'}"


def _line(cast: Cast, attribution: GoldAttribution | FoundAttribution) -> str:
    def cut(spans: Sequence[Span]) -> str:
        return " / ".join(span.cut(cast.gold.text) for span in spans)

    who = " ".join(cut(spans) for spans in (attribution.source, attribution.cue) if spans)
    return f"[{who}] {_short(cut(attribution.content))}"


def _short(words: str, longest: int = 90) -> str:
    """Words that fit on a line: their beginning and their end.

    >>> _short("one two three four", 11)
    'one t … four'
    """
    half = longest // 2
    return words if len(words) <= longest else f"{words[:half]} … {words[-(longest - half - 2) :]}"
