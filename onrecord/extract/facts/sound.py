"""Whether a line reads as a sentence: what is not sound is left out rather than printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from ..lexicons import lexicon
from .clauses import Clause
from .doubt import is_doubtful
from .hedges import is_reserved
from .predicates import is_stray, joined_by
from .wording import MARKS, not_only

SHORTEST = 3
"""Words that a line needs."""
_LOOSE_END = re.compile(
    r"\b(as well as|the|a|an"
    r"|of|to|in|on|at|by|for|with|from|and|or|but|that|which|who|whose|is|are|was|were|be|been|has|have|had"
    r"|will|would|as|than|its|their|his|her|not|no|said|says|into|near|between|about)\.$",
    re.IGNORECASE,
)
_LOOSE_START = re.compile(
    r"^((just |exactly |only |but |and )?"
    r"(which|who|whose|that|than|because|to|of|and|or|by|for|from|when|where|what|why|how)|not only)\b",
    re.IGNORECASE,
)
_TIED = re.compile(r"(as|each time|every time|the moment|the way|the day|by the time) ", re.IGNORECASE)
"""Words that tie a clause to another, which a comma would part from it."""
_DASHES = frozenset({"—", "–", "―", "--"})
_CORE = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative"})
_BESIDE = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "expl", "punct"})
_NEGATION = re.compile(
    r"\b(no|not|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|scarcely|barely|rarely|seldom)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_NEGATIVE = frozenset(
    {
        "no",
        "never",
        "nothing",
        "nobody",
        "none",
        "neither",
        "nowhere",
        "hardly",
        "scarcely",
        "barely",
        "rarely",
        "seldom",
    }
)


def fault(line: str | None, clause: Clause, words: Sequence[Token], *, reserved: Sequence[Token] = ()) -> str | None:
    """What is wrong with the line of a clause; None if it can be printed. `reserved` is its hedge, never to be lost."""
    if not line or len(line.split()) < SHORTEST:
        return "nothing is left of it that reads as a sentence"
    if "“”" in line or '""' in line:
        return "words in quotation marks would be lost"
    if line.count("(") != line.count(")"):
        return "its line would break off"
    if _LOOSE_END.search(line) or _LOOSE_START.search(line) or (_TIED.match(line) and "," not in line):
        return "its line would break off"
    kept = {t.i for t in words}
    if any(c.dep_ == "mark" and c.lower_ not in MARKS and c.i in kept for c in clause.root.children):
        return "its line would break off"
    if _says_nothing(clause, kept):
        return "it says no more than that someone speaks"
    if _bare(clause, words):
        return "its line would lose what the verb needs"
    if _runs_on(words):
        return "its line would run two clauses together"
    if is_doubtful(clause, words):
        return "its parse is in doubt"
    return _lost(line, clause, words, reserved)


def _lost(line: str, clause: Clause, words: Sequence[Token], reserved: Sequence[Token]) -> str | None:
    """What the line would lose that turns its meaning; None if nothing."""
    if _negations(clause) > len(_NEGATION.findall(line)) or _negated_before(clause):
        return "its negation would be lost"
    if _on_condition(clause.root) or _condition_behind(clause):
        return "its condition would be lost"
    if clause.passive and is_reserved(clause.root.head):
        return "it follows from something that is not sure"
    if not {t.i for t in reserved} <= {t.i for t in words}:
        return "its word of reservation would be lost"
    return None


def _runs_on(words: Sequence[Token]) -> bool:
    """Whether a colon, semicolon or dash that parted two words is not printed."""
    kept = sorted((t for t in words if not t.is_space), key=lambda t: t.i)
    marks = {t.i for t in kept if t.is_punct}
    plain = [t for t in kept if not t.is_punct]
    for left, right in pairwise(plain):
        between = left.doc[left.i + 1 : right.i]
        parted = [t for t in between if t.text in _DASHES or (t.text in (":", ";") and t.i not in marks)]
        if parted and all(t.is_punct or t.is_space for t in between):
            return True
    return False


def _bare(clause: Clause, words: Sequence[Token]) -> bool:
    """Whether the predicate had an object or a complement, or anything after it, and it is not printed."""
    kept = {t.i for t in words}
    after = [c for c in clause.root.rights if not c.is_punct and c.dep_ not in ("cc", "conj", "parataxis")]
    left = [c for c in clause.root.children if c.i in kept and c.dep_ not in _BESIDE]
    if _unnamed(clause, kept) or _hollow(clause, kept):
        return True
    after = [c for c in after if c.dep_ != "dobj" or clause.object is None]
    lost = [c for c in after if c.dep_ in _CORE and c.i not in kept and not is_stray(c, clause.root)]
    return bool(lost) or (bool(after) and not left and not clause.passive)


def _unnamed(clause: Clause, kept: set[int]) -> bool:
    """Whether a line would not say what someone is called or made: "They called the mayor"."""
    root = clause.root
    if root.lemma_.lower() not in lexicon("facts")["naming"] or clause.passive:
        return False
    lost = any(t.i not in kept for t in clause.words if t.i > root.i and not t.is_punct)
    objects = [c for c in root.children if c.dep_ in ("dobj", "nsubjpass") and c.i in kept]
    told = any(c.i in kept and c.dep_ in ("oprd", "attr", "acomp", "ccomp", "xcomp", "prep") for c in root.children)
    return len(objects) == 1 and lost and not told


def _says_nothing(clause: Clause, kept: set[int]) -> bool:
    """Whether a line tells that someone said, and not what: "The agency said on Thursday"."""
    root = clause.root
    if root.lemma_.lower() not in lexicon("certainty")["views"]["after"] or clause.passive:
        return False
    told = ("ccomp", "dobj", "xcomp", "oprd", "acomp", "attr", "dative", "prt", "agent", "auxpass")
    small = ("on", "in", "at", "during", "after", "before", "from", "by")
    phrases = (c for c in root.children if c.dep_ == "prep" and c.lower_ not in small)
    return not any(c.i in kept for c in (*phrases, *(c for c in root.children if c.dep_ in told)))


def _hollow(clause: Clause, kept: set[int]) -> bool:
    """Whether a word would stand alone: a preposition without its noun, a verb without its subject."""
    printed = [t for t in clause.words if t.i in kept and not t.is_punct]
    if printed and printed[-1].tag_ == "VB" and _cut_short(printed[-1], kept):
        return True
    for token in clause.words:
        if token.i not in kept or token.i == clause.root.i:
            continue
        needed = ("pobj", "pcomp") if token.dep_ == "prep" else ("nsubj", "nsubjpass") if token.pos_ == "VERB" else ()
        governed = [c for c in token.children if c.dep_ in needed]
        if governed and not any(c.i in kept for c in governed) and not clause.below:
            return True
    return False


def _cut_short(verb: Token, kept: set[int]) -> bool:
    """Whether a line ends on a verb that goes on in the article: "are trying to learn (when it was issued)"."""
    after = [c for c in verb.rights if not c.is_punct and c.dep_ not in ("cc", "conj", "npadvmod")]
    return bool(after) and not any(c.i in kept for c in after)


def _negations(clause: Clause) -> int:
    """How often the predicate itself, its subject or its object is negated."""
    only = not_only(clause.root)
    near = [clause.root, *clause.shared, *clause.subject, *clause.root.children]
    near += [c for t in clause.root.children for c in t.children if t.dep_ in ("nsubj", "dobj", "attr", "nsubjpass")]
    return len({t.i for t in near if t.i not in only and (t.dep_ == "neg" or t.lower_ in _NEGATIVE)})


def _negated_before(clause: Clause) -> bool:
    """Whether a negation stands with the verb before and reaches over "nor" or "or": "neither opened nor warned"."""
    root, joint = clause.root, joined_by(clause.root)
    if joint == "nor":
        return True
    negated = [c for c in root.head.children if c.dep_ == "neg" and c.i < root.i]
    kept = {t.i for t in clause.shared}
    return joint == "or" and bool(negated) and not any(c.i in kept for c in negated) and not _own_subject(root)


def _own_subject(root: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in root.children)


def _condition_behind(clause: Clause) -> bool:
    """Whether a condition stands right behind the clause, where other words begin: will close “unless it rains”."""
    last = max(clause.words, key=lambda t: t.i)
    behind = next((t for t in last.sent if t.i > last.i and not t.is_punct), None)
    return (
        behind is not None
        and behind.lower_ in ("unless", "until", "except", "provided", "if")
        and behind.i <= last.i + 3
    )


def _on_condition(root: Token) -> bool:
    """Whether a condition before the first of two verbs holds for both: "if it rains, X closes and Y stays"."""
    while root.dep_ == "conj" and root.head.pos_ in ("VERB", "AUX"):
        root = root.head
        before = [c for c in root.children if c.i < root.i]
        if _is_condition(root) or any(_is_condition(c) for c in before if c.dep_ == "advcl"):
            return True
    return False


def _is_condition(clause: Token) -> bool:
    return any(c.lower_ in ("if", "unless", "until", "once") and c.dep_ in ("mark", "advmod") for c in clause.children)
