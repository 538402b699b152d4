"""Forms of English verbs, for lines that tell a clause another way: "killing five" as "five were killed"."""

from __future__ import annotations

from functools import cache
from typing import Literal

from spacy.tokens import Token

from ..lexicons import lexicon

Tag = Literal["VB", "VBD", "VBN", "VBZ", "VBP", "VBG"]
"""Tags of the Penn Treebank: plain form, past, past participle, third person, other present, present participle."""
_BE = {"VBD": ("was", "were"), "VBZ": ("is", "are"), "VBP": ("is", "are")}


@cache
def form_of(lemma: str, tag: Tag) -> str:
    """A form of a verb by its dictionary form.

    >>> [form_of(v, "VBN") for v in ("kill", "injure", "cut", "strand", "carry", "stop", "leave", "get")]
    ['killed', 'injured', 'cut', 'stranded', 'carried', 'stopped', 'left', 'got']
    >>> form_of("fly", "VBD"), form_of("carry", "VBZ")
    ('flew', 'carries')
    >>> form_of("re-elect", "VBN"), form_of("re-take", "VBD")
    ('re-elected', 're-took')
    """
    if tag == "VB":
        return lemma
    prefix, hyphen, verb = lemma.rpartition("-")
    if hyphen and verb:
        return f"{prefix}-{form_of(verb, tag)}"
    house: dict[str, str] = lexicon("facts")["forms"].get(tag, {})
    if lemma in house:
        return house[lemma]
    from lemminflect import getInflection  # reads its tables, which no part needs that only looks at facts

    forms = getInflection(lemma, tag="VBP" if tag == "VBP" else tag)
    return str(forms[0]) if forms else lemma


def participle(verb: Token) -> str:
    """The past participle of a verb token's dictionary form."""
    return form_of(verb.lemma_.lower(), "VBN")


def be(tag: str, *, plural: bool) -> str:
    """The form of "be" in a tense.

    >>> be("VBD", plural=True), be("VBZ", plural=False)
    ('were', 'is')
    """
    return _BE[tag][plural]


def is_plural(noun: Token) -> bool:
    """Whether a noun phrase takes a verb in the plural: "two men", "a man and a boy", "an estimated 900", "police"."""
    if any(c.dep_ == "conj" for c in noun.children):
        return True
    if noun.tag_ in ("NNS", "NNPS"):
        return True
    if noun.lemma_.lower() in lexicon("facts")["plural"]:
        return True
    if noun.tag_ == "CD" or noun.ent_type_ == "CARDINAL":
        return noun.lower_ not in ("one", "1")
    counts = [c.lower_ for c in noun.children if c.dep_ == "nummod"]
    return bool(counts) and not {"one", "1"} & set(counts)


def finite_tag(verb: Token) -> str | None:
    """The tag of the word that carries the tense of a clause: the verb itself or its first auxiliary; None if none."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
    first = min(helpers, key=lambda t: t.i, default=verb)
    return first.tag_ if first.tag_ in ("VBD", "VBZ", "VBP", "MD") else None
