"""Clauses that somebody reports, and their subjects."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from onrecord.extract.lexicons import lexicon

from .tree import attach, content_of, has_subject

_SETTING = frozenset({"in", "on", "at", "during", "after", "to", "before", "without", "with"})
_GIVING = frozenset({"give", "offer", "award", "pay", "send", "tell", "grant", "show", "hand", "deny", "call", "teach"})
"""Verbs whose participle may keep an object: "soldiers given leave"."""
_HEARD = frozenset({"tell", "inform", "assure", "warn", "remind", "notify", "advise", "convince", "persuade"})


def raise_clause(verb: Token) -> None:
    """`told a briefing that arms were seized`: the clause is what was told; it does not describe the briefing.

    Where "that" is no subject or object of its clause, the clause is no relative one.
    """
    if content_of(verb) is not None:
        return
    hearers = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    places = [p for c in verb.children if c.dep_ == "prep" and c.lower_ in _SETTING for p in c.children]
    for noun in (n for n in (*hearers, *places) if n.i > verb.i):
        clause = next((c for c in noun.children if c.dep_ in {"relcl", "acl", "ccomp"} and _is_that_clause(c)), None)
        if clause is None and noun in hearers and verb.lemma_.lower() in _HEARD:
            clause = next((c for c in noun.children if c.dep_ == "relcl" and _is_bare_clause(c)), None)
        if clause is not None and noun.lemma_.lower() not in _clausal_nouns():
            attach(clause, verb, "ccomp")
            return


def _is_bare_clause(clause: Token) -> bool:
    """`told officers he believed the money was safe`: a whole clause, with nothing that refers back to the officers."""
    subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    whole = any(c.dep_ in {"ccomp", "dobj", "acomp", "attr", "xcomp"} for c in clause.children)
    return subject is not None and subject.tag_ == "PRP" and subject == clause.left_edge and whole


def _is_that_clause(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children) and has_subject(clause)


@cache
def _clausal_nouns() -> frozenset[str]:
    """Nouns that take a clause themselves: "voiced the fear that ..."."""
    settings = {"statement", "report", "message", "tweet", "note", "account", "remark", "testimony", "announcement"}
    return frozenset(noun for group in lexicon("cues")["nouns"] for noun in group["nouns"]) - settings


def give_subject(verb: Token) -> None:
    """`promised his government would pay`: "his government" is the subject of "pay", not what was promised."""
    content = content_of(verb)
    if content is None or has_subject(content):
        return
    finite = content.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in content.children)
    marked = any(c.dep_ == "mark" for c in content.children)
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and verb.i < c.i < content.i), None)
    if thing is None or not finite or marked or thing.right_edge.i + 1 != content.left_edge.i:
        return
    if not any(c.lower_ == "to" and c.tag_ == "TO" for c in content.children):
        passive = any(c.dep_ == "auxpass" for c in content.children)
        attach(thing, content, "nsubjpass" if passive else "nsubj")


def give_far_subject(verb: Token) -> None:
    """`The bridge, engineers said, is safe`: "The bridge" is the subject of "is"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    content = content_of(verb)
    if len(subjects) == 2 and content is not None and not has_subject(content):
        first, second = subjects
        if verb.doc[second.left_edge.i - 1].text == ",":
            attach(first, content, "nsubj")


def raise_from_participle(verb: Token) -> None:
    """`Several papers reported on Friday the firm had left`: "reported" is the main verb, no participle."""
    noun, main = verb.head, verb.head.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or main.i < verb.i or main.pos_ not in {"VERB", "AUX"}:
        return
    others = [c for c in main.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > verb.i]
    if not others or any(c.dep_ in {"agent", "dobj"} for c in verb.children):
        return
    relation, head = main.dep_, main.head
    if main.head == main:
        attach(verb, verb, "ROOT")
    else:
        attach(verb, head, relation)
    verb.tag_ = "VBD"
    attach(main, verb, "ccomp")
    attach(noun, verb, "nsubj")


def raise_from_modifier(word: Token) -> None:
    """`..., but added Ruiz later left`: "added" is a second cue, it does not describe Ruiz."""
    noun, main = word.head, word.head.head
    if word.i == 0 or word.nbor(-1).lower_ not in {"and", "but"} or noun.pos_ not in {"PROPN", "PRON"}:
        return
    if noun.dep_ not in {"nsubj", "nsubjpass"} or main.dep_ != "conj" or main.i < word.i:
        return
    attach(word, main.head, "conj")
    word.tag_, word.pos_ = "VBD", "VERB"
    attach(main, word, "ccomp")


def raise_from_root(verb: Token) -> None:
    """`A bomb killed 31 people in the market.`: a participle that has an object of its own is the main verb."""
    noun = verb.head
    direct = [c for c in verb.children if c.dep_ in {"dobj", "oprd"} and c.i > verb.i]
    passive = any(c.dep_ in {"auxpass", "agent"} for c in verb.children) or verb.lemma_.lower() in _GIVING
    alone = all(c.i < verb.i or c.dep_ in {"punct", "prep", "advcl"} for c in noun.children if c != verb)
    if noun.dep_ != "ROOT" or noun.pos_ not in {"NOUN", "PROPN"} or not direct or passive or not alone:
        return
    if noun.i > verb.i or any(t.is_punct for t in verb.doc[noun.i + 1 : verb.i]):
        return
    behind = [c for c in noun.children if c.i > verb.i]
    attach(verb, verb, "ROOT")
    verb.tag_ = "VBD"
    for child in behind:
        attach(child, verb, child.dep_)
    attach(noun, verb, "nsubj")
