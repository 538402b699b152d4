"""The past participle of an English verb, for lines that turn "killing five" into "five killed"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from ..lexicons import lexicon

_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")


def participle(verb: Token) -> str:
    """The past participle of a verb token's dictionary form."""
    return participle_of(verb.lemma_.lower())


def participle_of(lemma: str) -> str:
    """The past participle of a dictionary form.

    >>> [participle_of(v) for v in ("kill", "injure", "cut", "strand", "carry", "stop", "leave")]
    ['killed', 'injured', 'cut', 'stranded', 'carried', 'stopped', 'left']
    """
    irregular: dict[str, str] = lexicon("facts")["participles"]
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search("[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return lemma + lemma[-1] + "ed" if _DOUBLED.match(lemma) else lemma + "ed"
