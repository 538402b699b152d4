"""Dictionary forms that lost their last letter: the model takes "fined" for "fin" and "raped" for "rap"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

_TAGS = frozenset({"VBD", "VBN", "VBG", "VBZ"})


def give_last_letter(verb: Token) -> None:
    """Set the dictionary form right where the one given has no such form, and the same with an "e" behind it has."""
    if verb.tag_ in _TAGS and verb.is_alpha and _is_wrong(verb.lemma_.lower(), verb.tag_, verb.lower_):
        verb.lemma_ = f"{verb.lemma_}e"


@cache
def _is_wrong(lemma: str, tag: str, form: str) -> bool:
    """Whether a form is not of this lemma, and is of the one with an "e".

    >>> _is_wrong("hop", "VBD", "hoped"), _is_wrong("hop", "VBD", "hopped"), _is_wrong("start", "VBD", "started")
    (True, False, False)
    """
    if lemma.endswith("e"):
        return False
    from lemminflect import getInflection  # reads its tables, which no part needs that only looks at facts

    return form not in getInflection(lemma, tag) and form in getInflection(f"{lemma}e", tag)
