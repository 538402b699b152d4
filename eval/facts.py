"""The facts a briefing prints, against what the reader marked at their places: voice, speaker, certainty, disputes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import ARTICLE, Fact, Found, Span

from .actors import Cast
from .gold import GoldAttribution, GoldDispute
from .tally import Miss, Tally, likeness, share_inside

INSIDE = 0.8
"""How much of a fact's place must lie in a content for the fact to be told there."""
STANDS = 0.5
"""How much of the shorter of clause and place must be shared for a fact to stand on a clause."""


def placed(found: Found) -> list[tuple[Fact, Span]]:
    """Every fact with its place, in reading order."""
    facts = found.files.facts() if found.files else ()
    return [(fact, Span(fact.at.start, fact.at.end)) for _, fact in facts if fact.at]


def _around(cast: Cast, place: Span) -> list[GoldAttribution]:
    return [a for a in cast.gold.attributions if share_inside(place, a.content) >= INSIDE]


def score_voices(cast: Cast, leaks: Tally, told: Tally, borrowed: Tally) -> None:
    """Who a fact is given to.

    Leaks: what somebody said, printed in the article's own voice; `right` counts the article's facts that are its own.
    Told: facts of somebody, by the right source. Borrowed: facts given to somebody, where the article itself speaks.
    """
    for fact, place in placed(cast.found):
        around, line = _around(cast, place), f"{fact.source}: {fact.text} [{fact.certainty}]"
        if fact.source == ARTICLE:
            hidden = [a for a in cast.gold.attributions if not a.optional and _leaks(cast, fact, place, a)]
            leaks.judge(not hidden, Miss(cast.gold.name, "leak", _sources(hidden), line))
        elif around:
            wanted = tuple(id for a in around for id in a.actors)
            right = cast.is_one_of(fact.source, wanted)
            told.judge(right, Miss(cast.gold.name, "fact of a wrong source", _sources(around), line))
        if fact.source != ARTICLE:
            touched = any(_touches(a, place) for a in cast.gold.attributions)
            borrowed.judge(touched, Miss(cast.gold.name, "article's own words given away", "article", line))


def _touches(said: GoldAttribution, place: Span) -> bool:
    return share_inside(place, said.content) >= STANDS or any(place.holds(cue) for cue in said.cue)


def _leaks(cast: Cast, fact: Fact, place: Span, said: GoldAttribution) -> bool:
    """Whether a fact of the article tells what somebody said, and its line has lost the words that say so.

    A reserved fact that nobody is named for ("is accused of") has lost nothing.
    """
    inside, cues = share_inside(place, said.content), [c for c in said.cue if place.holds(c)]
    if cues and all(cue.cut(cast.gold.text).lower() in fact.text.lower() for cue in cues):
        return False
    reserved = not said.actors and fact.certainty in ("hedged", "disputed")
    return inside >= (STANDS if cues else INSIDE) and not reserved


def _sources(attributions: list[GoldAttribution]) -> str:
    return ", ".join(dict.fromkeys(id for a in attributions for id in a.actors)) or "nobody named"


def score_certainty(cast: Cast, certainty: Tally, hedges: Tally, told: Tally) -> None:
    """Certainty of the fact that stands on each marked clause; whether its hedge is kept; whether any fact is there."""
    for row in cast.gold.certainty:
        words, wanted = row.clause.cut(cast.gold.text), " or ".join(row.certainty)
        fact = _standing_best(cast, row.clause)
        told.judge(fact is not None, Miss(cast.gold.name, "clause without a fact", f"{words} [{wanted}]"))
        if fact is None:
            continue
        shown = f"{fact.certainty} ({fact.hedge or 'no hedge'}): {fact.text}"
        right = fact.certainty in row.certainty
        certainty.judge(right, Miss(cast.gold.name, "certainty", f"{wanted}: {words}", shown))
        if row.hedge:
            kept = row.hedge.lower() in (fact.hedge or "").lower()
            hedges.judge(kept, Miss(cast.gold.name, "hedge", f"{row.hedge}: {words}", shown))


def _standing(cast: Cast, clause: Span) -> Iterator[tuple[float, Fact]]:
    """Facts whose place is that of a clause and whose line tells it, with how alike the two places are."""
    words = clause.cut(cast.gold.text)
    for fact, place in placed(cast.found):
        near = max(share_inside(place, [clause]), share_inside(clause, [place])) >= STANDS
        if near and _tells(fact.text, words):
            yield likeness(place, clause), fact


def _tells(line: str, words: str) -> bool:
    """Whether a line has a third of a clause's longer words: a place may hold two clauses and its line only one.

    >>> _tells("The trial continues.", "is expected to last three weeks")
    False
    """
    long = re.findall(r"\w{5,}", words.lower())
    return sum(word in line.lower() for word in long) >= len(long) / 3


def _standing_best(cast: Cast, clause: Span) -> Fact | None:
    return max(_standing(cast, clause), key=lambda pair: pair[0], default=(0.0, None))[1]


def score_disputes(cast: Cast, tally: Tally) -> None:
    """Links between facts, against pairs of places; which of the two holds the link is left to the extractor."""
    facts = {fact.id: (fact, place) for fact, place in placed(cast.found)}
    links = [(f.id, id) for f, _ in facts.values() for id in (*f.denies, *f.contradicts) if id in facts]
    links = list({frozenset(link): link for link in links}.values())
    met: set[int] = set()
    for one, other in links:
        hit = [i for i, gold in enumerate(cast.gold.disputes) if _is_link(cast, gold, {one, other})]
        met |= set(hit)
        if hit and all(cast.gold.disputes[i].optional for i in hit):
            continue
        tally.found += 1
        tally.right += bool(hit)
        if not hit:
            line = f"{facts[one][0].text} <> {facts[other][0].text}"
            tally.misses.append(Miss(cast.gold.name, "dispute that is none", found=line))
    for i, gold in enumerate(cast.gold.disputes):
        if not gold.optional:
            tally.gold += 1
            tally.recalled += i in met
            if i not in met:
                tally.misses.append(_missing(cast, gold))


def _is_link(cast: Cast, gold: GoldDispute, link: set[str]) -> bool:
    claims, answers = ({f.id for _, f in _standing(cast, side)} for side in (gold.claim, gold.answer))
    one, other = sorted(link) if len(link) == 2 else (*link, *link)
    return (one in claims and other in answers) or (other in claims and one in answers)


def _missing(cast: Cast, gold: GoldDispute) -> Miss:
    sides = [(side.cut(cast.gold.text), _standing_best(cast, side)) for side in (gold.claim, gold.answer)]
    shown = " <> ".join(fact.text if fact else "no fact" for _, fact in sides)
    return Miss(cast.gold.name, f"dispute missing ({gold.relation})", " <> ".join(words for words, _ in sides), shown)
