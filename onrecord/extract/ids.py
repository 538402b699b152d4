"""Ids for what was found: readable words joined by hyphens, unique among their kind in one article."""

from __future__ import annotations

import re
import unicodedata

_FOLDS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "'": "", "’": ""})


def id_of(words: str, *, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """`words` as an id: lower-case ASCII joined by hyphens; a number follows where `taken` holds it already.

    >>> id_of("Deir el-Zour"), id_of("Tu-22M3"), id_of("Łódź", taken={"lodz"}), id_of("U.S. official")
    ('deir-el-zour', 'tu-22m3', 'lodz-2', 'us-official')
    """
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_FOLDS)).encode("ascii", "ignore").decode()
    plain = re.sub(r"\b([a-z])\.(?=[a-z]\b)|(?<=\b[a-z])\.(?![a-z])", r"\1", plain)
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "x"
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name}-{number}"
    return unique
