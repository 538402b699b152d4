"""Whether the words around a time look ahead or back: "will meet Friday" is another Friday than "met Friday"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ..lexicons import lexicon
from .meaning import Tense

_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MAY = frozenset({"would", "may", "might", "could", "should", "must", "can", "ca", "ought", "'d", "’d"})
_PAST = frozenset({"had", "was", "were", "did"})


@dataclass(frozen=True)
class Outlook:
    """The tense of a clause, and the side of now it looks to: True ahead, False back, None where it does not say."""

    tense: Tense | None
    ahead: bool | None


_SILENT = Outlook(None, None)


def outlook(token: Token) -> Outlook:
    """How the nearest verb above a word, or the one above that, tells of it."""
    verbs = [one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX") or one.lemma_ == "due"]
    for verb in verbs:
        if verb.dep_ in ("aux", "auxpass"):
            continue
        if (seen := _of_verb(verb)).tense:
            return _supposed(verb, seen)
    return _SILENT


def _supposed(verb: Token, seen: Outlook) -> Outlook:
    """In a clause of condition nothing has happened yet: "if he comes on Friday"."""
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "lest") for c in verb.children):
        return Outlook("hypothetical", seen.tense != "past")
    return seen


def _of_verb(verb: Token) -> Outlook:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {h.lower_ for h in helpers}
    perfect = any(h.lemma_ in ("have", "'ve") for h in helpers) and verb.tag_ in ("VBN", "VBD", "VBG")
    if words & _WILL:
        return Outlook("future", True)
    if words & _MAY:
        return _modal(verb, words, perfect=perfect)
    if "did" in words:
        return Outlook("past", False)
    if "to" in words or verb.tag_ == "VB":
        return _infinitive(verb, helpers)
    if _is_planned(verb, words):
        return Outlook("future", True)
    if perfect or words & _PAST or verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not words):
        return Outlook("past", False)
    if verb.tag_ in ("VBZ", "VBP", "VBG", "VBN") and (words or verb.tag_ in ("VBZ", "VBP")):
        saying = verb.lemma_ in lexicon("times")["saying"]
        return Outlook("present", False if saying else None)
    return _SILENT


def _modal(verb: Token, words: set[str], *, perfect: bool) -> Outlook:
    """“Would meet” in what somebody said looks ahead; “could have met” and “could not reach him” look back."""
    if perfect or (words & {"could"} and any(c.dep_ == "neg" for c in verb.children)):
        return Outlook("hypothetical" if perfect else "past", False)
    reported = words & {"would", "'d", "’d"} and verb.dep_ in ("ccomp", "conj") and verb.head.tag_ in ("VBD", "VBN")
    return Outlook("future" if reported else "hypothetical", True)


def _infinitive(verb: Token, helpers: list[Token]) -> Outlook:
    """“Plans to meet”, “was ordered to go”: ahead; “failed to appear”, “allowed to leave”: as the verb before it."""
    head = verb.head
    if verb.tag_ == "VB" and not helpers:
        bare = verb.dep_ == "ROOT"
        return Outlook("future", True) if bare else _SILENT
    if head.lemma_ == "go" and head.tag_ == "VBG":
        return Outlook("future", True)
    if verb.dep_ not in ("xcomp", "ccomp", "acl", "oprd", "advcl"):
        return _SILENT
    must = head.lemma_ in ("have", "be") and head.tag_ in ("VBZ", "VBP") and verb.dep_ == "xcomp"
    foreseen = verb.dep_ != "advcl" and (head.lemma_ in lexicon("times")["foresees"] or head.lower_ == "due")
    return Outlook("future", True) if must or foreseen else _SILENT


def _is_planned(verb: Token, words: set[str]) -> bool:
    """“Is scheduled for”, “due Friday”, “the vote set for Monday”; what “was planned” may be past."""
    if verb.lemma_ not in lexicon("times")["planned"]:
        return False
    if verb.lemma_ == "due":
        return verb.head.tag_ != "VBD"
    finite = [c for c in verb.children if c.dep_ == "auxpass"]
    if finite:
        return finite[0].tag_ in ("VBP", "VBZ") and not words & _PAST
    return verb.tag_ == "VBN" and verb.dep_ == "acl"
