"""What a line can do without, so that it gets shorter and further from the words of a reserved article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from spacy.tokens import Token

from ..lexicons import lexicon
from .clauses import Clause
from .wording import without

LONGEST = 30
"""Words that a line may have before it is shortened for the reader's sake."""
NARROW = 12
"""What it costs to lose words that narrow a subject or a denial: without them the line says more than the article."""
TRIED = 9
"""So many of the cheapest things to leave out are tried in every combination of up to three."""


@dataclass(frozen=True)
class Spare:
    """Words that a line can do without, and how much would be lost."""

    cost: int
    words: tuple[Token, ...]


def ever_shorter(
    clause: Clause, words: Sequence[Token], costly: Callable[[Token], int]
) -> Iterator[tuple[int, list[Token]]]:
    """What is lost and the words that are left, the fullest first; `costly` says what more a word is worth."""
    spares = sorted(_spares(clause, words, costly), key=lambda s: s.cost)
    for dropped in _choices(spares):
        yield sum(s.cost for s in dropped), without(words, [t for spare in dropped for t in spare.words])


def _choices(spares: Sequence[Spare]) -> Iterator[tuple[Spare, ...]]:
    """What to leave out: nothing, one, two or three things, the cheapest first; at last all that are cheap."""
    yield ()
    few = spares[:TRIED]
    choices = [choice for size in (1, 2, 3) for choice in combinations(few, size)]
    yield from sorted(choices, key=lambda choice: sum(s.cost for s in choice))
    yield from (tuple(spares[:size]) for size in range(4, len(spares) + 1))


def _spares(clause: Clause, words: Sequence[Token], costly: Callable[[Token], int]) -> Iterator[Spare]:
    ids, sweeping = {t.i for t in words}, _is_sweeping(words)
    for token in words:
        if (
            token.i == clause.root.i
            or token.head.i not in ids
            or _is_hyphened(token)
            or not _free(token)
            or _is_needed(token, clause)
            or (sweeping and token.dep_ == "advcl")
        ):
            continue
        cost = _BASE.get(_kind(token))
        if cost is not None:
            cost += NARROW * (token.head.dep_ in ("nsubj", "nsubjpass") or (sweeping and token.dep_ != "npadvmod"))
            lost = tuple(t for t in token.subtree if t.i in ids)
            if not sweeping and sum(costly(t) < 0 for t in lost) >= max(1, len(lost) - 2):
                cost = min(cost, _BASE["time"])  # when it was stands beside the line
            yield Spare(cost + len(lost) + sum(costly(t) for t in lost), lost)


def _is_sweeping(words: Sequence[Token]) -> bool:
    """Whether a line denies something, or says that it is all, the first or the most: then each phrase bounds it."""
    bounding = lexicon("facts")["bounding"]
    return any(t.dep_ == "neg" or t.tag_ in ("JJS", "RBS") or t.lower_ in bounding for t in words)


def _is_hyphened(token: Token) -> bool:
    """Whether a word is part of another: the "co" of "co-founder"."""
    before = token.nbor(-1) if token.i else token
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return (before.tag_ == "HYPH" and not before.whitespace_) or (after.tag_ == "HYPH" and not token.whitespace_)


_BASE = {
    "time": 1,
    "adverb": 6,
    "adjective": 20,
    "relative": 6,
    "adjunct": 6,
    "attribute": 6,
    "adverbial": 5,
    "goal": 12,
}


def _kind(token: Token) -> str:
    verbal = token.head.pos_ in ("VERB", "AUX")
    if token.dep_ == "npadvmod" and verbal:
        return "time"
    if token.dep_ == "advmod" and verbal and token.tag_ in ("RB", "RBR") and not list(token.children):
        return "adverb"
    if token.dep_ == "prep" and not any(c.dep_ in ("pobj", "pcomp", "prep", "advmod") for c in token.children):
        return ""  # "unaccounted for": part of what goes before
    if token.dep_ == "prep":
        if verbal and token.lower_ in ("to", "from", "into", "onto", "toward", "towards"):
            return "goal"
        return "adjunct" if verbal else "attribute" if token.lower_ != "of" else ""
    if token.dep_ == "advcl" and verbal:
        return "adverbial"
    if token.dep_ in ("relcl", "acl"):
        return "" if token.tag_ == "VB" else "relative"  # "the power to use it": what it is a power for
    ornament = token.dep_ == "amod" and token.lower_ in lexicon("facts")["ornaments"]
    return "adjective" if ornament and not list(token.children) else ""


def _is_needed(token: Token, clause: Clause) -> bool:
    """Whether the predicate would hang in the air: the first phrase after a verb that has no object."""
    head, edge = token.head, token.right_edge
    if token.dep_ == "prep" and _belongs(token, head):
        return True
    if token.dep_ in ("acl", "relcl") and (_is_absolute(token) or _is_there(token, clause)):
        return True
    after = next((t for t in clause.words if t.i > edge.i and not t.is_punct), None)
    if after is not None and (after.dep_ == "cc" or after.lower_ in ("as", "rather") or _opens_apposition(after, edge)):
        return True
    if head.pos_ not in ("VERB", "AUX"):
        return False
    if any(c.lower_ in ("rather", "than") for c in (*head.children, *token.subtree)):
        return True
    full = any(c.dep_ in ("prt", "dobj", "attr", "acomp", "ccomp", "xcomp", "oprd") for c in head.children)
    between = [t for t in clause.words if head.i < t.i < token.left_edge.i]
    return not full and not between and token.dep_ in ("prep", "advmod", "npadvmod")


def _belongs(token: Token, head: Token) -> bool:
    """Whether a preposition is part of a fixed phrase: "in connection with", "along with", "come up with"."""
    if head.dep_ == "pobj" and head.lower_ in lexicon("facts")["joints"]:
        return True
    if head.lower_ in ("along", "together", "apart", "because", "due", "ahead", "out", "instead", "regardless", "such"):
        return True
    if head.pos_ == "ADJ" and head.i + 1 == token.i:
        return True  # "punishable by", "eligible for"
    particle = any(c.dep_ == "prt" for c in head.children) and not any(c.dep_ == "dobj" for c in head.children)
    return particle and token.lower_ in ("with", "to", "for", "of", "against", "at")


def _is_absolute(token: Token) -> bool:
    """Whether it tells what a noun behind "with" does: "with the ministry confirming it"."""
    return token.head.dep_ == "pobj" and token.head.head.lower_ == "with" and token.tag_ in ("VBG", "VBN")


def _is_there(token: Token, clause: Clause) -> bool:
    """Whether it tells what those do whom "there are": "there are people looking for plants"."""
    far = token.head.dep_ == "pobj" and token.head.head.lower_ != "of"
    return any(c.dep_ == "expl" for c in clause.root.children) and not far


def _opens_apposition(word: Token, edge: Token) -> bool:
    """Whether what follows stands beside what would be left out: ", both allies", ", its capital"."""
    for top in (word, *word.ancestors):
        listed = top.dep_ == "conj" and word.nbor(-1).text == ","
        if (top.dep_ == "appos" or listed) and top.left_edge.i <= word.i and top.head.i <= edge.i:
            return True
    return False


def _free(top: Token) -> bool:
    """Whether leaving out these words changes nothing: no negation, hedge or condition goes with them.

    A word of number or rank ("several", "former") is never left out alone, only with all it stands in.
    """
    words = lexicon("facts")
    firm = {*words["conditions"], *words["firm"], *_reserving()}
    if any(t.lower_ in firm or t.dep_ == "neg" or t.tag_ == "MD" for t in top.subtree):
        return False
    return top.lower_ not in words["protected"] and top.tag_ != "CD"


@cache
def _reserving() -> frozenset[str]:
    """Every single word that can reserve something."""
    names = ("adverbs", "extents", "modals", "adjectives", "attributes", "verbs", "passives")
    return frozenset(word for name in names for word in lexicon("certainty")["hedges"][name])
