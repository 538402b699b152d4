"""Dates and numbers as people write them, read for a did-you-mean: never taken for a value."""

from __future__ import annotations

import re
import unicodedata

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
]  # fmt: skip
_YMD = re.compile(r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?(?:[T ]\d{1,2}:\d{2}.*)?")
_DMY = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})")
_DAY_FIRST = re.compile(r"(?:\w+,? )?(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]{3,9})\.?,? (\d{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(?:\w+,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"([a-z]{3,9})\.?,? (\d{4})", re.IGNORECASE)

_TIMES = {"k": 10**3, "thousand": 10**3, "million": 10**6, "bn": 10**9, "billion": 10**9}
_OPERATORS = {"~": "~", "≈": "~", "about": "~", "around": "~", ">": ">", "over": ">", ">=": ">=", "≥": ">="}
_OPERATORS |= {"at least": ">=", "<": "<", "under": "<", "<=": "<=", "≤": "<=", "up to": "<=", "at most": "<="}
_NUMBER = r"[-+]?\d+(?:[.,]\d+)*"
_RANGE = re.compile(rf"(?:between )?({_NUMBER}) ?(?:-|–|—|to|and|\.\.\.?|…) ?({_NUMBER})")
_BOUND = re.compile(rf"({'|'.join(sorted(map(re.escape, _OPERATORS), key=len, reverse=True))}) ?({_NUMBER})")
_LARGE = re.compile(rf"({_NUMBER}) ?({'|'.join(_TIMES)})", re.IGNORECASE)
_CURRENCY = re.compile(rf"([$€£¥]) ?({_NUMBER})")
_UNIT = re.compile(rf"({_NUMBER}) ?(%|[^\W\d_][\w ]*)")
_ANGLE = re.compile(r"(\d+(?:\.\d+)?)\s*°?(?:\s*(\d+)\s*[′'’])?(?:\s*(\d+(?:\.\d+)?)\s*(?:[″\"”]|''))?\s*([NSEW])?")


def meant_date(text: str) -> str | None:
    """The date that a text means, where that is beyond doubt: the fourth of May and the fifth of April are not.

    >>> [meant_date(text) for text in ("16.11.2026", "11/16/2026", "2026-1-6", "16 November 2026", "Nov. 2026")]
    ['2026-11-16', '2026-11-16', '2026-01-06', '2026-11-16', '2026-11']
    >>> meant_date("5/4/2026")
    """
    text = text.strip()
    if match := _YMD.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := _DMY.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        if first <= 12 and second <= 12 and first != second and "." not in text:
            return None
        return _date(match[3], *((match[1], match[2]) if second > 12 else (match[2], match[1])))
    if match := _DAY_FIRST.fullmatch(text):
        return _date(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return _date(match[3], _month(match[1]), match[2])
    return _date(match[2], _month(match[1]), None) if (match := _MONTH.fullmatch(text)) else None


def _month(word: str) -> str:
    return next((str(n) for n, month in enumerate(_MONTHS, 1) if month.startswith(word.lower())), "0")


def _date(year: str, month: str, day: str | None) -> str | None:
    if not 1 <= int(month) <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def meant_number(text: str, *, ranged: bool) -> str | None:
    """How to write what a text most likely counts; `ranged` where low and high may stand.

    >>> meant_number("4.5 million", ranged=True), meant_number("4–6", ranged=True)
    ('did you mean 4500000?', 'did you mean [4, 6]?')
    >>> meant_number("45%", ranged=True), meant_number("45°30′N", ranged=False)
    ("write 45, and the rest under its own key: 'unit: percent'", 'did you mean 45.5?')
    """
    text = "".join(str(unicodedata.digit(one, one)) for one in text.replace("−", "-"))
    if re.fullmatch(_NUMBER, text):
        return f"did you mean {_bare(text)}?"
    if not ranged:
        return _degrees(text)
    if match := _RANGE.fullmatch(text):
        return f"did you mean [{_bare(match[1])}, {_bare(match[2])}]?"
    if match := _LARGE.fullmatch(text):
        return f"did you mean {float(_bare(match[1])) * _TIMES[match[2].lower()]:.15g}?"
    if match := _BOUND.fullmatch(text):
        return _parted(match[2], f'operator: "{_OPERATORS[match[1]]}"')
    if match := _CURRENCY.fullmatch(text):
        return _parted(match[2], f"unit: {match[1]}")
    if match := _UNIT.fullmatch(text):
        return _parted(match[1], f"unit: {'percent' if match[2] == '%' else match[2]}")
    return None


def _parted(number: str, rest: str) -> str:
    return f"write {_bare(number)}, and the rest under its own key: '{rest}'"


def _bare(number: str) -> str:
    """A number without the commas that part its thousands; a single other comma is a decimal one."""
    if re.fullmatch(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", number):
        return number.replace(",", "")
    return number.replace(",", ".") if number.count(",") == 1 and "." not in number else number


def _degrees(text: str) -> str | None:
    sign, angle = ("-", text[1:]) if text.startswith("-") else ("", text)
    match = _ANGLE.fullmatch(angle.strip())
    if not match or not angle.strip()[-1:].strip("0123456789."):
        return None
    degrees = float(match[1]) + int(match[2] or 0) / 60 + float(match[3] or 0) / 3600
    sign = "-" if match[4] in ("S", "W") else sign
    return f"did you mean {sign}{round(degrees, 6):g}?"
