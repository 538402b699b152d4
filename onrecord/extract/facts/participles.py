"""Participles told as finite verbs: ", killing five" as "five were killed", "Founded in 1966, ..." as "was founded"."""

from __future__ import annotations

from spacy.tokens import Token

from .forms import Tag, be, finite_tag, form_of, is_plural, participle
from .hedges import is_reserved
from .predicates import object_of, subject_of

Forms = tuple[tuple[int, str], ...]
"""What is printed in place of single words, by the word's place."""


def result_forms(verb: Token) -> Forms:
    """The words of a result in the passive: "killing" before "five people" as "were killed"."""
    harmed = object_of(verb)
    tag = finite_tag(main_verb(verb)) or "VBD"
    plural = harmed is not None and is_plural(harmed)
    return ((verb.i, f"{be('VBD' if tag == 'MD' else _tense(verb, tag), plural=plural)} {participle(verb)}"),)


def _tense(verb: Token, tag: str) -> str:
    """A result of what has happened has happened: "has hit the coast, killing five"."""
    perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in main_verb(verb).children)
    return "VBD" if perfect else tag


def main_verb(verb: Token) -> Token:
    """The verb of the clause that a participle, or the last of several, hangs on."""
    head = verb.head
    while head.tag_ in ("VBG", "VBN") and head.dep_ in ("conj", "advcl") and finite_tag(head) is None:
        if head.head.i == head.i:
            break
        head = head.head
    return head


def active_forms(verb: Token) -> Forms | None:
    """The finite form of a participle in the tense of the clause it hangs on, by the number of that clause's subject.

    "The move widens the war, bolstering Assad" gives "bolsters". None where the clause does not simply hold (negated,
    to come, in doubt) or where whom the participle is about is not sure.
    """
    head = main_verb(verb)
    subject = subject_of(head)
    tag = finite_tag(head)
    if subject is None or tag is None or tag == "MD" or is_reserved(head):
        return None
    lemma, helpers = verb.lemma_.lower(), [c.lemma_ for c in head.children if c.dep_ == "aux"]
    if tag == "VBD" or "have" in helpers:
        return ((verb.i, form_of(lemma, "VBD")),)
    present: Tag = "VBP" if is_plural(subject) else "VBZ"
    return ((verb.i, form_of(lemma, present)),)


def reduced_forms(verb: Token, noun: Token) -> Forms | None:
    """The passive in full of a bare one that tells when or by whom: "ratified in 1979" as "was ratified in 1979"."""
    below = list(verb.subtree)
    dated = any(t.ent_type_ == "DATE" for t in below)
    done = any(c.dep_ == "agent" for c in verb.children)
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if helped or object_of(verb) or not (dated or done) or verb.tag_ not in ("VBN", "VBD"):
        return None
    return ((verb.i, f"{be('VBD', plural=is_plural(noun))} {verb.text.lower()}"),)
