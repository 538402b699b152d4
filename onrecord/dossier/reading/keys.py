"""Keys that the model does not have: what was meant by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .nearest import nearest
from .oddities import BLANK, latin, oddity, visible

# What people call a key of ours; taken only where the record has the key and lacks it here.
_MEANT: Mapping[str, str] = {
    "actor": "actors", "author": "by", "because": "why", "citation": "quote", "confidence": "certainty",
    "coordinates": "latitude", "date": "when", "day": "on", "description": "text", "headline": "title",
    "label": "name", "lat": "latitude", "license": "licence", "links": "url", "lng": "longitude", "location": "where",
    "lon": "longitude", "long": "longitude", "number": "value", "numbers": "quantities", "place": "where",
    "places": "where", "quantity": "quantities", "quotation": "quote", "reason": "why", "said": "cue",
    "speaker": "source", "statement": "text", "status": "certainty", "subtitle": "standfirst", "time": "when",
    "type": "kind", "units": "unit", "verb": "cue", "who": "source", "words": "text",
}  # fmt: skip
_GLUED = re.compile(r"([\w-]+)\s*([:=])\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a key, `shift` characters into it, the mend, and the key it was meant to be."""

    message: str
    mend: str
    meant: str | None = None
    shift: int = 0


def wrong_key(text: str, allowed: Iterable[str], taken: Iterable[str], homes: Iterable[str]) -> Wrong:
    """An unknown key explained. `taken` are the keys given already; `homes` the files that have this key on top.

    >>> wrong_key("source=police", ["id", "source"], ["id"], []).mend
    "write 'source: police'"
    >>> wrong_key("speaker", ["id", "source"], ["id"], []).meant
    'source'
    """
    allowed, homes = list(allowed), list(homes)
    free = [key for key in allowed if key not in set(taken)]
    if (match := _GLUED.fullmatch(text)) and match[1] in free:
        said = "no space after the colon" if match[2] == ":" else "'=' where a colon belongs"
        return Wrong(said, f"write '{match[1]}: {visible(match[3])}'", match[1], match.start(2))
    plain = latin(text).strip()
    if BLANK.match(text):
        return Wrong(f"a blank that is no space (U+{ord(text[0]):04X})", "delete it, and type a space instead", plain)
    guess = plain if plain in free else nearest(plain, free) or _synonym(plain, free)
    guess = guess or (free[0] if len(allowed) == 1 and free and not homes else None)
    odd = oddity(text)
    message = f"unknown key '{visible(text)}'" + (f": {odd}" if odd else "")
    said = f"did you mean '{guess}'? " if guess else ""
    if homes and not guess:
        said = f"'{text}' is a key of {', '.join(homes)}; "
    return Wrong(message, f"{said}keys allowed here: {', '.join(allowed)}", guess)


def _synonym(text: str, free: list[str]) -> str | None:
    meant = _MEANT.get(text.lower())
    return meant if meant in free else None
