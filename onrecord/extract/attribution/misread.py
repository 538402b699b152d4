"""Subjects that the parser hung on the wrong verb, or on none: found again by where they stand."""

from __future__ import annotations

from spacy.tokens import Token

_OBLIQUE = frozenset({"that", "which", "it", "him", "them", "me", "us"})


def misread_subject(verb: Token) -> Token | None:
    """The subject of a finite verb that the parser gave none: the name right before or behind it, or the sentence's.

    Not for a verb inside somebody else's clause.
    """
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} and not (verb.tag_ == "VBN" and verb.dep_ == "ROOT"):
        return None
    if verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    if before.pos_ in {"PROPN", "PRON"} and before.lower_ not in _OBLIQUE:
        return before.head if before.dep_ in {"compound", "flat"} else before
    return _behind(verb) or _across_aside(verb) or _first(verb)


def _across_aside(verb: Token) -> Token | None:
    """`..., Ana Ruiz, prosecuting, said`: the name before the aside in front of the verb."""
    comma = verb.i - 1
    if verb.doc[comma].text != ",":
        return None
    start = next((i for i in range(comma - 1, max(verb.sent.start, comma - 8), -1) if verb.doc[i].text == ","), None)
    name = verb.doc[start - 1] if start is not None and start > verb.sent.start else None
    return name if name is not None and name.pos_ == "PROPN" else None


def _behind(verb: Token) -> Token | None:
    """`"...," said Ana Ruiz`, where the parser hung the name elsewhere."""
    before, after = verb.nbor(-1), verb.doc[verb.i + 1 : verb.sent.end]
    if not (before.is_quote or before.text == ",") or not after or after[0].pos_ not in {"PROPN", "DET"}:
        return None
    named = next((c.root for c in verb.sent.noun_chunks if c.start == verb.i + 1), None)
    if named is not None and named.dep_ in {"nsubj", "nsubjpass"} and named.head.i > verb.i:
        return None
    if named is None or (named.dep_ in {"dobj", "dative", "pobj"} and not before.is_quote):
        return None
    return named


def _first(verb: Token) -> Token | None:
    """The sentence's own subject, where `verb` is its main verb and no other verb has taken it."""
    if verb.dep_ not in {"ROOT", "dep"} or any(t.is_quote for t in verb.doc[verb.sent.start : verb.i]):
        return None
    chunks = [c for c in verb.sent.noun_chunks if c.end <= verb.i]
    found = next((c.root for c in chunks if c.root.dep_ in {"nsubj", "nsubjpass", "ROOT", "dep", "npadvmod"}), None)
    if found is None or (found.pos_ == "PRON" and found.lower_ in _OBLIQUE) or found.ent_type_ in {"DATE", "TIME"}:
        return None
    return found if found.head == verb or _has_lost_its_verb(found, verb) else None


def _has_lost_its_verb(noun: Token, verb: Token) -> bool:
    """Whether the parser gave the noun another verb: a participle, or the one of the content.

    "Polls filed on Sunday suggest"; "Blom, who lost, last week said Weber was right"; "The mayor, asked why, said".
    """
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head.i > verb.i:
        return True
    if noun.head.head == verb and verb.doc[noun.i + 1].text == ",":
        return True
    bare = not any(c.dep_ in {"aux", "auxpass"} for c in noun.head.children)
    return bare and (noun.head.tag_ == "VBG" or (noun.head == verb.head and verb.dep_ == "dep"))


def clause_behind(verb: Token) -> set[int] | None:
    """The clause of "Several papers reported on Friday the firm had left", where "reported" was read as a participle.

    Its tokens' numbers: then the main verb has two subjects, the first of them with the cue behind it. None otherwise.
    """
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    subjects = [c for c in noun.head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > verb.i]
    if not subjects or noun.head.i < verb.i:
        return None
    start = subjects[0].left_edge.i
    return {t.i for t in noun.head.subtree if t.i >= start}
