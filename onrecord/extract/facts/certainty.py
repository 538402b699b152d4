"""How sure a claim is, and the article's own word of reservation."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model import ARTICLE, Certainty, Role

from ..lexicons import lexicon
from .claims import Claim


def hedge_of(words: Sequence[Token], claim: Claim) -> str | None:
    """The word of reservation in a clause, as printed: "perhaps", "appeared", "may"; None if there is none."""
    hedges = lexicon("facts")["hedges"]
    cue = claim.attribution.lemma if claim.attribution is not None and claim.matrix else None
    for token in words:
        if _is_aside(token, claim):
            continue
        low, lemma = token.lower_, token.lemma_.lower()
        if low in hedges["adverbs"] and token.pos_ in ("ADV", "ADJ") and not _counts(token):
            return token.text
        if low in hedges["adjectives"] and token.pos_ in ("ADJ", "VERB") and token.dep_ in ("amod", "acomp", "oprd"):
            return token.text
        if low in hedges["modals"] and token.tag_ == "MD" and not _is_ability(token):
            return token.text
        if lemma in hedges["verbs"] and token.pos_ == "VERB" and lemma != cue and _is_outlook(token):
            return token.text
        if lemma in hedges["passives"] and any(c.dep_ == "auxpass" for c in token.children) and _is_outlook(token):
            return token.text
    return None


def _is_aside(token: Token, claim: Claim) -> bool:
    """Whether a word stands in a relative clause or an indirect question, and reserves only that."""
    while token.i != claim.clause.root.i and token.head.i != token.i:
        question = any(c.tag_ in ("WDT", "WP", "WRB") for c in token.children)
        if token.dep_ in ("relcl", "acl") or (token.dep_ in ("pcomp", "ccomp") and question):
            return True
        token = token.head
    return False


def _counts(token: Token) -> bool:
    """Of "nearly 300", "almost a year": a rough figure, told by its operator, not a doubt about the whole."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.lower_ in ("nearly", "almost") and (after.like_num or after.lower_ in ("a", "all", "every", "half"))


def _is_ability(modal: Token) -> bool:
    """Of "could not reach": it was not able to; "could be seen": a fact."""
    return modal.lower_ == "could" and any(c.dep_ == "neg" for c in modal.head.children)


def _is_outlook(verb: Token) -> bool:
    """Whether the verb takes a clause that it throws doubt on, or is a bare participle of hearsay."""
    return any(c.dep_ in ("xcomp", "ccomp", "oprd", "acomp") for c in verb.children) or verb.lemma_ == "accuse"


def certainty_of(words: Sequence[Token], claim: Claim, role: Role | None) -> Certainty:
    """The claim's certainty; disputes are found later, between facts."""
    if hedge_of(words, claim) is not None:
        return "hedged"
    if _is_planned(claim):
        return "planned"
    if role == "evaluation" and _judges(words):
        return "analysis"
    if claim.source == ARTICLE and claim.clause.root.lemma_.lower() in lexicon("facts")["judgement"]["own"]:
        return "analysis"
    return "asserted" if claim.source == ARTICLE else "attributed"


def _is_planned(claim: Claim) -> bool:
    planned, root = lexicon("facts")["planned"], claim.clause.root
    helpers = [c for c in root.children if c.dep_ == "aux"]
    if any(c.lower_ in planned["modals"] and c.tag_ == "MD" for c in helpers):
        return True
    outlook = root.lemma_.lower() in planned["verbs"] and any(c.dep_ == "xcomp" for c in root.children)
    return outlook or (claim.attribution is not None and claim.attribution.sense == "promise")


def _judges(words: Sequence[Token]) -> bool:
    judgement = lexicon("facts")["judgement"]
    verbs = {t.lemma_.lower() for t in words if t.pos_ == "VERB"}
    return not verbs.isdisjoint(judgement["verbs"]) or any(t.lower_ in judgement["adjectives"] for t in words)
