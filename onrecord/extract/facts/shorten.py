"""Lines that are too close to a reserved article, made shorter until they are not; or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Token

from onrecord.model import Verbatim

from ..lexicons import lexicon
from .clauses import Clause
from .wording import without

LONGEST = 26
"""Words that a line may have before it is shortened for the reader's sake."""
SHORTEST = 3
TRIED = 9
"""So many of the cheapest things to leave out are tried in every combination of up to three."""


@dataclass(frozen=True)
class Spare:
    """Words that a line can do without, and how much would be lost."""

    cost: int
    words: tuple[Token, ...]


def shortened(
    clause: Clause,
    words: Sequence[Token],
    costly: Callable[[Token], int],
    written: Callable[[Sequence[Token]], str],
    verbatim: Verbatim | None,
) -> str | None:
    """The fullest line that is short enough and no copy; None if there is none.

    `costly` says what more it costs to lose a word; `written` makes a line of words. Without `verbatim` only length
    counts, and the full line is good enough where nothing can be left out.
    """
    spares = sorted(_spares(clause, words, costly), key=lambda s: s.cost)
    for dropped in _choices(spares):
        line = written(without(words, [t for spare in dropped for t in spare.words]))
        if SHORTEST <= len(line.split()) <= LONGEST and not (verbatim and verbatim.runs(line)):
            return line
    return None if verbatim else written(words)


def _choices(spares: Sequence[Spare]) -> Iterator[tuple[Spare, ...]]:
    """What to leave out: nothing, one, two or three things, the cheapest first; at last all that are cheap."""
    yield ()
    few = spares[:TRIED]
    choices = [choice for size in (1, 2, 3) for choice in combinations(few, size)]
    yield from sorted(choices, key=lambda choice: sum(s.cost for s in choice))
    yield from (tuple(spares[:size]) for size in range(4, len(spares) + 1))


def _spares(clause: Clause, words: Sequence[Token], costly: Callable[[Token], int]) -> Iterator[Spare]:
    ids = {t.i for t in words}
    articles = [t for t in words if t.lower_ in ("the", "a", "an") and t.dep_ == "det"]
    yield Spare(9, tuple(t for t in articles if t.head.pos_ != "PROPN"))
    yield Spare(14, tuple(articles))
    for token in words:
        if token.i == clause.root.i or token.head.i not in ids or not _free(token) or _is_needed(token, clause):
            continue
        cost = _BASE.get(_kind(token))
        if cost is not None:
            lost = tuple(t for t in token.subtree if t.i in ids)
            yield Spare(cost + len(lost) + sum(costly(t) for t in lost), lost)


_BASE = {"time": 1, "adverb": 3, "adjective": 20, "relative": 4, "adjunct": 3, "attribute": 5, "adverbial": 4}


def _kind(token: Token) -> str:
    verbal = token.head.pos_ in ("VERB", "AUX")
    if token.dep_ == "npadvmod" and verbal:
        return "time"
    if token.dep_ == "advmod" and verbal and not list(token.children):
        return "adverb"
    if token.dep_ == "prep":
        return "adjunct" if verbal else "attribute" if token.lower_ != "of" else ""
    if token.dep_ == "advcl" and verbal:
        return "adverbial"
    if token.dep_ in ("relcl", "acl"):
        return "relative"
    return "adjective" if token.dep_ == "amod" and not list(token.children) else ""


def _is_needed(token: Token, clause: Clause) -> bool:
    """Whether the predicate would hang in the air: the first phrase after a verb that has no object."""
    head, edge = token.head, token.right_edge
    after = next((t for t in clause.words if t.i > edge.i and not t.is_punct), None)
    if after is not None and (after.dep_ == "cc" or after.lower_ in ("as", "rather")):
        return True
    if head.pos_ not in ("VERB", "AUX"):
        return False
    if any(c.lower_ in ("rather", "than") for c in (*head.children, *token.subtree)):
        return True
    full = any(c.dep_ in ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd") for c in head.children)
    between = [t for t in clause.words if head.i < t.i < token.left_edge.i and t.dep_ != "prt"]
    return not full and not between and token.dep_ in ("prep", "advmod", "npadvmod")


def _free(top: Token) -> bool:
    """Whether leaving out these words takes no negation, hedge, condition or number with them."""
    words = lexicon("facts")
    protected = {*words["protected"], *words["conditions"], *(h for kind in words["hedges"].values() for h in kind)}
    return not any(t.lower_ in protected or t.dep_ == "neg" or t.tag_ in ("MD", "CD") for t in top.subtree)
