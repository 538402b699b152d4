"""NATO symbols of equipment, rendered beforehand by `tools/web/symbols.cjs`; no side unless the YAML gives one."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files

from .svg import tag, words

_CLASSES = {
    "aircraft": "A-MF----", "helicopter": "A-MH----", "drone": "A-MFQ---", "missile": "A-WM----", "rocket": "G-EWX---",
    "bomb": "A-WB----", "vehicle": "G-EV----", "armour": "G-EVA---", "artillery": "G-EWH---", "gun": "G-EWR---",
    "ship": "S-C-----", "submarine": "U-S-----", "air-defence": "G-EWMA--", "explosive": "G-E-----",
    "chemical": "G-EXN---", "other": "G-E-----",
}  # fmt: skip
_KINDS = (
    ("helicopter", "A-MH----"), ("unmanned", "A-MFQ---"), ("drone", "A-MFQ---"), ("tanker", "A-MFK---"),
    ("fighter-bomber", "A-MFA---"), ("bomber", "A-MFB---"), ("strike", "A-MFA---"), ("attack", "A-MFA---"),
    ("fighter", "A-MFF---"), ("interceptor", "A-MFF---"), ("transport", "A-MFC---"), ("cargo", "A-MFC---"),
    ("reconnaissance", "A-MFR---"), ("aircraft carrier", "S-CLCV--"), ("destroyer", "S-CLDD--"),
    ("frigate", "S-CLFF--"), ("patrol boat", "S-CP----"), ("tank", "G-EVAT--"), ("personnel carrier", "G-EVAA--"),
    ("mortar", "G-EWO---"), ("howitzer", "G-EWH---"), ("anti-aircraft gun", "G-EWA---"),
    ("ballistic missile", "G-EWMS--"), ("land mine", "G-EXM---"), ("naval mine", "U-WM----"),
    ("improvised explosive", "G-EXI---"),
)  # fmt: skip
"""Words in a type, and the function of MIL-STD-2525C they stand for; the first that fits the class decides."""
_DOMAINS = {
    "aircraft": "A", "helicopter": "A", "drone": "A", "missile": "AG", "bomb": "A", "ship": "S", "submarine": "U",
    "explosive": "GU",
}  # fmt: skip
_SIDES = {"U": "unknown", "N": "neutral", "F": "friend", "H": "hostile"}
_LETTERS = {"P": "U", "G": "U", "W": "U", "A": "F", "D": "F", "M": "F", "L": "N", "S": "H", "J": "H", "K": "H"}
_DIGITS = {"0": "U", "1": "U", "2": "F", "3": "F", "4": "N", "5": "H", "6": "H"}


def draw_symbol(class_: str, type_: str, code: str | None = None, *, title: str, height: int = 34) -> str:
    """The symbol as inline SVG, `height` pixels high. `title` gets `{side}`: whether the symbol takes one.

    `code` is a SIDC of MIL-STD-2525C (letters) or D (digits): its side is taken, and its function where it is one of
    those known here. Without a code the side is unknown, and class and type decide on the function.
    """
    side, function = _parts(code) if code else ("U", "")
    known = _symbols()
    view, inner = known.get(side + function) or known[side + _function(class_, type_)]
    _, _, wide, high = (float(one) for one in view.split())
    said = tag("title", words(title.replace("{side}", _SIDES[side])))
    return tag(
        "svg", said, inner, class_="symbol", role="img", viewBox=view, width=height * wide / high, height=float(height)
    )


def _parts(code: str) -> tuple[str, str]:
    if code.isdigit():
        return _DIGITS.get(code[3:4], "U"), ""
    side = code[1:2].upper()
    side = side if side in _SIDES else _LETTERS.get(side, "U")
    return side, f"{code[2:3]}-{code[4:10].ljust(6, '-')}".upper().replace("*", "-")


def _function(class_: str, type_: str) -> str:
    domain, said = _DOMAINS.get(class_, "G"), type_.lower()
    found = (function for word, function in _KINDS if word in said and function[0] in domain)
    return next(found, _CLASSES.get(class_, "G-E-----"))


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    packed = files(__package__).joinpath("symbols.json.gz").read_bytes()
    return {key: (view, inner) for key, (view, inner) in json.loads(gzip.decompress(packed)).items()}
