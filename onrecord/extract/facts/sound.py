"""Whether a line reads as a sentence: what is not sound is left out rather than printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from .clauses import Clause, is_stray, joined_by
from .hedges import is_reserved
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
    r"^(which|who|whose|that|than|because|to|of|and|or|by|for|from|when|where|what|why|how)\b", re.IGNORECASE
)
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
    if _LOOSE_END.search(line) or _LOOSE_START.search(line):
        return "its line would break off"
    kept = {t.i for t in words}
    if any(c.dep_ == "mark" and c.lower_ not in MARKS and c.i in kept for c in clause.root.children):
        return "its line would break off"
    if _bare(clause, words):
        return "its line would lose what the verb needs"
    if _runs_on(words):
        return "its line would run two clauses together"
    if _doubtful(clause) or _cut_off(clause, words):
        return "its parse is in doubt"
    return _lost(line, clause, words, reserved)


def _lost(line: str, clause: Clause, words: Sequence[Token], reserved: Sequence[Token]) -> str | None:
    """What the line would lose that turns its meaning; None if nothing."""
    if _negations(clause) > len(_NEGATION.findall(line)) or _negated_before(clause):
        return "its negation would be lost"
    if _on_condition(clause.root):
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


def _cut_off(clause: Clause, words: Sequence[Token]) -> bool:
    """Whether a comma stands right between the subject and a bare verb: then that was a participle."""
    before = clause.root.nbor(-1) if clause.root.i else clause.root
    kept = {t.i for t in words}
    return clause.root.tag_ == "VBD" and before.text == "," and before.i - 1 in kept and not clause.shared


def _bare(clause: Clause, words: Sequence[Token]) -> bool:
    """Whether the predicate had an object or a complement, or anything after it, and it is not printed."""
    kept = {t.i for t in words}
    after = [c for c in clause.root.rights if not c.is_punct and c.dep_ not in ("cc", "conj", "parataxis")]
    left = [c for c in clause.root.children if c.i in kept and c.dep_ not in _BESIDE]
    lost = [c for c in after if c.dep_ in _CORE and c.i not in kept and not is_stray(c, clause.root)]
    return bool(lost) or (bool(after) and not left and not clause.passive)


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


def _doubtful(clause: Clause) -> bool:
    """Signs that the parser lost its way: two subjects, or a finite verb stranded below another."""
    subjects = [c for c in clause.root.children if c.dep_ in ("nsubj", "nsubjpass")]
    opening = [t.text for t in (*clause.subject, *clause.words) if t.i < clause.root.i]
    if opening.count(":") or opening.count("“") > 1:
        return True
    return len(subjects) > 1 or any(_is_stranded(t) for t in clause.words[1:])


def _is_stranded(token: Token) -> bool:
    """A verb in the past tense that hangs below a clause as if it were a participle or an auxiliary."""
    return token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ == "auxpass" and token.lemma_ not in ("be", "get")
