"""Slips of the parser around reporting verbs, set right before any rule reads the parse.

The small model is sure of most of a sentence, and stumbles in the same few ways where somebody says something. Each
rule here has a sentence for what it mends; a tree that it does not know it leaves alone.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from .lexicons import lexicon

_MODALS = frozenset(
    {"would", "could", "should", "might", "may", "will", "can", "must", "wo", "ca", "'d", "’d", "'ll", "’ll"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def mend(doc: Doc) -> Doc:
    """The same document, with heads and relations set right where a rule is sure."""
    for verb in doc:
        if verb.pos_ in {"VERB", "AUX"} and verb.lemma_.lower() in _reporting():
            _raise_clause(verb)
            _give_subject(verb)
            _give_far_subject(verb)
            _join_to_content(verb)
            _set_aside(verb)
    for verb in doc:
        if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "acl" and verb.lemma_.lower() in _reporting():
            _raise_from_participle(verb)
    return doc


@cache
def _reporting() -> frozenset[str]:
    """Verbs that a finite clause follows."""
    groups = lexicon("cues")["verbs"]
    return frozenset(lemma for group in groups if "clause" in group["frames"] for lemma in group["verbs"])


def _content(verb: Token) -> Token | None:
    """The clause that the verb reports, behind it."""
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ in {"VERB", "AUX"}), None)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def _attach(token: Token, head: Token, relation: str) -> None:
    token.head = head
    token.dep_ = relation


def _raise_clause(verb: Token) -> None:
    """`told a briefing that arms were seized`: the clause is what was told; it does not describe the briefing.

    Where "that" is no subject or object of its clause, the clause is no relative one.
    """
    if _content(verb) is not None:
        return
    hearers = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    places = [p for c in verb.children if c.dep_ == "prep" and c.lower_ in _SETTING for p in c.children]
    for noun in (n for n in (*hearers, *places) if n.i > verb.i):
        clause = next((c for c in noun.children if c.dep_ in {"relcl", "acl", "ccomp"} and _is_that_clause(c)), None)
        if clause is not None and noun.lemma_.lower() not in _clausal_nouns():
            _attach(clause, verb, "ccomp")
            return


_SETTING = frozenset({"in", "on", "at", "during", "after", "to", "before"})


def _is_that_clause(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children) and _has_subject(clause)


@cache
def _clausal_nouns() -> frozenset[str]:
    """Nouns that take a clause themselves: "voiced the fear that ..."."""
    settings = {"statement", "report", "message", "tweet", "note", "account", "remark", "testimony", "announcement"}
    return frozenset(noun for group in lexicon("cues")["nouns"] for noun in group["nouns"]) - settings


def _give_subject(verb: Token) -> None:
    """`promised his government would pay`: "his government" is the subject of "pay", not what was promised."""
    content = _content(verb)
    if content is None or _has_subject(content):
        return
    finite = content.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in content.children)
    marked = any(c.dep_ == "mark" for c in content.children)
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and verb.i < c.i < content.i), None)
    if thing is None or not finite or marked or thing.right_edge.i + 1 != content.left_edge.i:
        return
    if not any(c.lower_ == "to" and c.tag_ == "TO" for c in content.children):
        passive = any(c.dep_ == "auxpass" for c in content.children)
        _attach(thing, content, "nsubjpass" if passive else "nsubj")


def _give_far_subject(verb: Token) -> None:
    """`The bridge, engineers said, is safe`: "The bridge" is the subject of "is"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    content = _content(verb)
    if len(subjects) == 2 and content is not None and not _has_subject(content):
        first, second = subjects
        if verb.doc[second.left_edge.i - 1].text == ",":
            _attach(first, content, "nsubj")


def _join_to_content(verb: Token) -> None:
    """`said the storm would grow, and could turn north`: what could turn is the storm, not who said so."""
    content = _content(verb)
    if content is None:
        return
    for other in [c for c in verb.children if c.dep_ == "conj" and c.i > content.i]:
        modal = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in other.children)
        if modal and not _has_subject(other):
            _attach(other, content, "conj")
            for joint in [c for c in verb.children if c.dep_ in {"cc", "punct"} and content.i < c.i < other.i]:
                _attach(joint, content, joint.dep_)


def _set_aside(verb: Token) -> None:
    """`There are nine farms, experts estimate, and ...`: the cue is an aside, not joined to the clause before it."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    main = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if verb.dep_ not in {"conj", "relcl"} or subject is None or main is None or main.i > verb.i:
        return
    alone = not any(c.dep_ in {"ccomp", "xcomp", "dobj", "prep", "acomp"} for c in verb.children)
    doc, start = verb.doc, subject.left_edge.i
    set_off = start > 0 and doc[start - 1].text == "," and verb.i + 1 < len(doc) and doc[verb.i + 1].text in {",", "."}
    if alone and set_off and subject.tag_ not in {"WP", "WDT"}:
        _attach(verb, main, "parataxis")
        for joint in [c for c in verb.children if c.i > verb.i and c.dep_ in {"cc", "punct", "conj"}]:
            _attach(joint, main, joint.dep_)


def _raise_from_participle(verb: Token) -> None:
    """`Several papers reported on Friday the firm had left`: "reported" is the main verb, no participle."""
    noun, main = verb.head, verb.head.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or main.i < verb.i or main.pos_ not in {"VERB", "AUX"}:
        return
    others = [c for c in main.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > verb.i]
    if not others or any(c.dep_ in {"agent", "dobj"} for c in verb.children):
        return
    relation, head = main.dep_, main.head
    if main.head == main:
        _attach(verb, verb, "ROOT")
    else:
        _attach(verb, head, relation)
    verb.tag_ = "VBD"
    _attach(main, verb, "ccomp")
    _attach(noun, verb, "nsubj")
