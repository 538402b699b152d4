"""Questions in English, built from a clause: "Why did the mayor close the school?"."""

from __future__ import annotations

from spacy.tokens import Token

from .forms import be, is_plural
from .placed import Placed
from .wording import line_of

FEW = 7
"""Words of a subject or an object that a question can bear."""
_BESIDE = ("relcl", "acl", "appos", "conj", "cc", "advcl", "punct", "parataxis")
_DO = {"VBD": "did", "VBZ": "does", "VBP": "do"}


def asked(word: str, one: Placed, *, ahead: bool = False) -> str | None:
    """The question word, the auxiliary, the subject, the verb and its object; None where that is no clean question.

    `ahead` asks about what will be.
    """
    verb, subject = one.root, one.subject
    if subject is None or any(c.dep_ == "neg" for c in verb.children) or subject.head.i != verb.i:
        return None
    who, what = phrase(subject), _object(verb)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    form = _verb(verb, ahead=ahead, passive=passive)
    if who is None or what is None or form is None:
        return None
    helper, tail = form
    particle = "".join(f" {c.text}" for c in verb.children if c.dep_ == "prt")
    return f"{word} {helper} {who} {tail}{particle}{f' {what}' if what else ''}?"


def phrase(noun: Token) -> str | None:
    """A noun with what is needed to know it: article, names, adjectives, "of"; None if it is a pronoun or too long."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    beside = {t.i for c in noun.subtree if c.i != noun.i and c.dep_ in _BESIDE for t in c.subtree}
    words = [t for t in noun.subtree if t.i not in beside and not t.is_space]
    if len(words) > FEW or any(t.pos_ == "PRON" and t.dep_ == "poss" for t in words) or any(t.is_quote for t in words):
        return None
    line = line_of(sorted(words, key=lambda t: t.i), {}).rstrip(".")
    first = min(words, key=lambda t: t.i)
    kept = first.pos_ == "PROPN" or (first.ent_type_ in ("NORP", "GPE", "ORG", "PERSON") and first.pos_ != "DET")
    return line if kept else line[:1].lower() + line[1:]


def _object(verb: Token) -> str | None:
    """The object as a phrase; empty without one, None where it cannot be said in few words."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "attr", "ccomp", "xcomp", "oprd", "dative", "acomp")]
    if not objects:
        return ""
    return phrase(objects[0]) if len(objects) == 1 and objects[0].dep_ == "dobj" else None


def _verb(verb: Token, *, ahead: bool, passive: bool) -> tuple[str, str] | None:
    """The auxiliary before the subject, and what stays behind it."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
    if ahead:
        return "will", f"be {verb.text.lower()}" if passive else verb.lemma_.lower()
    if not helpers:
        do = _DO.get(verb.tag_)
        return (do, verb.lemma_.lower()) if do else None
    if helpers[0].text.startswith(("'", "’")) or helpers[0].tag_ == "TO":
        return None
    if helpers[0].tag_ == "VBD" and helpers[0].lemma_ == "be":
        plural = is_plural(next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), verb))
        return be("VBD", plural=plural), " ".join([*(h.text.lower() for h in helpers[1:]), verb.text.lower()])
    rest = " ".join([h.text.lower() for h in helpers[1:]] + [verb.text.lower()])
    return helpers[0].text.lower(), rest
