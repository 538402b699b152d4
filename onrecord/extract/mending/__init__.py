"""Slips of the parser, most of them around reporting verbs, set right before any rule reads the parse.

The small model is sure of most of a sentence, and stumbles in the same few ways where somebody says something. Each
rule here has a sentence for what it mends; a tree that it does not know it leaves alone.
"""

from __future__ import annotations

from spacy.tokens import Doc

from .clauses import (
    give_far_subject,
    give_subject,
    raise_clause,
    raise_from_modifier,
    raise_from_participle,
    raise_from_root,
)
from .joints import join_to_content, join_to_cue, join_to_heard, set_aside
from .lemmas import give_last_letter
from .nicknames import join_nickname
from .prefixes import join_prefixes
from .tags import base, take_for_noun, take_for_verb, take_root_for_verb
from .tree import reporting

__all__ = ["mend"]


def mend(doc: Doc) -> Doc:
    """The same document, with heads and relations set right where a rule is sure."""
    join_prefixes(doc)
    for token in doc:
        join_nickname(token)
        take_root_for_verb(token)
        if token.pos_ == "VERB":
            give_last_letter(token)
        if token.pos_ == "NOUN" and base(token.lower_) in reporting():
            take_for_verb(token)
    for verb in doc:
        if verb.pos_ in {"VERB", "AUX"} and verb.lemma_.lower() in reporting():
            take_for_noun(verb)
            raise_clause(verb)
            give_subject(verb)
            give_far_subject(verb)
            join_to_content(verb)
            join_to_cue(verb)
            set_aside(verb)
        elif verb.lemma_ == "hear":
            join_to_heard(verb)
    for verb in doc:
        if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "acl" and verb.lemma_.lower() in reporting():
            raise_from_participle(verb)
        if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "amod" and verb.lemma_.lower() in reporting():
            raise_from_modifier(verb)
        if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "acl":
            raise_from_root(verb)
    return doc
