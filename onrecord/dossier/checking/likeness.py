"""A fact's words beside the article's: whether it stands where it says, or tells of quite another sentence."""

from __future__ import annotations

from onrecord.model import Sentence

from .evidence import Evidence, Passage
from .words import plain, stems

_LITTLE, _MUCH = 0.3, 0.6
"""Below the first share of common words a fact is a stranger in its paragraph; above the second, at home elsewhere."""
_FEWEST = 3
_ROOT = 4


def check_likeness(evidence: Evidence) -> None:
    """Report facts that share few words with their own paragraph and most with another sentence."""
    for passage in evidence.passages:
        mine = frozenset(stems(passage.fact.text))
        if len(mine) < _FEWEST or share(mine, passage.paragraph) >= _LITTLE:
            continue
        if other := _home(evidence, passage, mine):
            said = f"these words stand in {other.id} rather than where 'at' says"
            evidence.doubt(passage, "words", "at", said=said, mend="give the fact its own place in the article")


def share(mine: frozenset[str], text: str) -> float:
    """What share of some stems a text has, too; forms of one word count as the same."""
    theirs = {one[:_ROOT] for one in stems(text)}
    return sum(one[:_ROOT] in theirs for one in mine) / max(1, len(mine))


def _home(evidence: Evidence, passage: Passage, mine: frozenset[str]) -> Sentence | None:
    others = [s for s in evidence.article.sentences if not s.span.overlaps(passage.around)]
    scored = [(share(mine, plain(s.span.cut(evidence.article.text))), -s.span.start, s) for s in others]
    best = max(scored, default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] >= _MUCH else None
