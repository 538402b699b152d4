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

LONGEST = 26
"""Words that a line may have before it is shortened for the reader's sake."""
NARROW = 12
"""What it costs to lose words that narrow the subject: without them the line says more than the article."""
TRIED = 9
"""So many of the cheapest things to leave out are tried in every combination of up to three."""


@dataclass(frozen=True)
class Spare:
    """Words that a line can do without, and how much would be lost."""

    cost: int
    words: tuple[Token, ...]


def ever_shorter(clause: Clause, words: Sequence[Token], costly: Callable[[Token], int]) -> Iterator[list[Token]]:
    """The words of a line, the fullest first, then with ever more left out; `costly` says what more a word is worth."""
    spares = sorted(_spares(clause, words, costly), key=lambda s: s.cost)
    for dropped in _choices(spares):
        yield without(words, [t for spare in dropped for t in spare.words])


def _choices(spares: Sequence[Spare]) -> Iterator[tuple[Spare, ...]]:
    """What to leave out: nothing, one, two or three things, the cheapest first; at last all that are cheap."""
    yield ()
    few = spares[:TRIED]
    choices = [choice for size in (1, 2, 3) for choice in combinations(few, size)]
    yield from sorted(choices, key=lambda choice: sum(s.cost for s in choice))
    yield from (tuple(spares[:size]) for size in range(4, len(spares) + 1))


def _spares(clause: Clause, words: Sequence[Token], costly: Callable[[Token], int]) -> Iterator[Spare]:
    ids = {t.i for t in words}
    articles = [t for t in words if _is_bare_article(t)]
    yield Spare(5, tuple(t for t in articles if t.head.pos_ != "PROPN"))
    yield Spare(9, tuple(articles))
    for token in words:
        if token.i == clause.root.i or token.head.i not in ids or not _free(token) or _is_needed(token, clause):
            continue
        cost = _BASE.get(_kind(token))
        if cost is not None:
            cost += NARROW * (token.head.dep_ in ("nsubj", "nsubjpass"))
            lost = tuple(t for t in token.subtree if t.i in ids)
            yield Spare(cost + len(lost) + sum(costly(t) for t in lost), lost)


def _is_bare_article(token: Token) -> bool:
    """Whether a word is an article that a telegram would leave out: not "a share", not "off-the-chart"."""
    if token.lower_ not in ("the", "a", "an") or token.dep_ != "det" or token.head.dep_ == "npadvmod":
        return False
    if token.i and token.nbor(-1).lower_ in (
        "hardly",
        "barely",
        "scarcely",
        "such",
        "quite",
        "many",
        "not",
        "half",
        "what",
    ):
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("few", "little", "lot", "number", "couple", "dozen"):
        return False
    return bool(token.whitespace_) and (token.i == 0 or token.nbor(-1).text != "-")


_BASE = {"time": 1, "adverb": 6, "adjective": 20, "relative": 4, "adjunct": 3, "attribute": 5, "adverbial": 4}


def _kind(token: Token) -> str:
    verbal = token.head.pos_ in ("VERB", "AUX")
    if token.dep_ == "npadvmod" and verbal:
        return "time"
    if token.dep_ == "advmod" and verbal and token.tag_ in ("RB", "RBR") and not list(token.children):
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
    full = any(c.dep_ in ("prt", "dobj", "attr", "acomp", "ccomp", "xcomp", "oprd") for c in head.children)
    between = [t for t in clause.words if head.i < t.i < token.left_edge.i]
    return not full and not between and token.dep_ in ("prep", "advmod", "npadvmod")


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
