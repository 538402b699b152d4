"""Characters that are not what they look like: invisible ones, blanks that are no space, letters of other scripts."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
BLANK = re.compile(f"[{_BLANKS}]")
"""A blank that YAML does not take for a space."""
_ODD = re.compile(f"[{_BLANKS}{_UNSEEN}]")
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What a terminal does not show, or turns the line around by: shown as a replacement character."""

_HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
# Cyrillic and Greek letters that cannot be told from Latin ones.
_ALIKE = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХасеһіјорѕухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
        "ABESIJKMHOPCTYXacehijopsyxdqwABEZHIKMNOPTYXovp",
        strict=True,
    )
)


def oddity(text: str) -> str:
    r"""What about a key or an id cannot be seen, in a few words; empty where nothing is odd.

    >>> oddity("police\u200b")
    'it holds an invisible character (U+200B)'
    >>> oddity("p\u043elice")
    "its 'о' (U+043E) only looks like the Latin 'o'"
    >>> oddity("police")
    ''
    """
    if match := _ODD.search(text):
        code = f"U+{ord(match[0]):04X}"
        blank = BLANK.match(match[0]) is not None
        return f"it holds {'a blank that is no space' if blank else 'an invisible character'} ({code})"
    if match := _HYPHENS.search(text):
        return f"its '{match[0]}' (U+{ord(match[0]):04X}) is no hyphen"
    if re.search("[a-zA-Z]", text) and (letter := next((one for one in text if one in _ALIKE), None)):
        return f"its '{letter}' (U+{ord(letter):04X}) only looks like the Latin '{_ALIKE[letter]}'"
    return ""


def latin(text: str) -> str:
    """A text with every odd character as the plain one it was meant to be, accents taken off, in ASCII."""
    text = _HYPHENS.sub("-", BLANK.sub(" ", text))
    text = "".join(_ALIKE.get(one, one) for one in _ODD.sub("", text))
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def made_id(text: str) -> str:
    r"""The id that words would make; empty where they have no letters or digits.

    >>> made_id("Bürgermeister von Köln"), made_id("p\u043elice\u200b")
    ('burgermeister-von-koln', 'police')
    """
    return re.sub(r"[^a-z0-9]+", "-", latin(text).lower().replace("'", "")).strip("-")


def visible(line: str) -> str:
    """A line as a terminal can show it: what is not seen, or turns the line around, as a replacement character."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", line)
