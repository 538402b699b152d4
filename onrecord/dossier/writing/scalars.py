r"""How a value is written in YAML: plain where every reader reads it the same, otherwise in quotation marks.

YAML 1.1 and 1.2 disagree about `NO`, `12:30`, `0777` or `1_000`; whatever either of them would not read as a text is
quoted when it is one. A full date is the exception: it reads well plain, and our loader takes it as text.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What YAML 1.1 or 1.2, or a reader that is laxer than both, takes for a number, a clock time or a point in time.
_MISREAD = re.compile(
    r"""[-+]?\d[\d_,]*(?:\.[\d_]*)?(?:e[-+]?\d+)?     # 4  1_000  1,000  2.5  1e3
    |[-+]?\.[\d_]+(?:e[-+]?\d+)?                      # .5
    |[-+]?0(?:x[\da-f_]+|[ob][\d_]+)                  # 0x1F  0o17
    |[-+]?\d[\d_]*(?::\d\d?)+(?:\.[\d_]*)?           # 12:30  190:20:30
    |[-+]?\.(?:inf|nan)
    |\d{4}-\d\d?-\d\d?(?:(?:t|\s).*)?                # 2016-8-16  2016-08-16T12:00
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", "none"])
_PLAIN = re.compile(r"[^\W_]|[$(/_+.;^\\]|[^\x00-\x9f]")
SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that only an escape can write."""
"""Characters that only an escape can write."""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: Any, *, flow: bool = False) -> str:
    """One value as YAML writes it; `flow` inside `[...]` and `{...}`, where commas and brackets part values.

    >>> [scalar(v) for v in ("NO", "Mosul", "12:30", "2016-08-16", 4, 2.5, True, None, "a: b")]
    ['"NO"', 'Mosul', '"12:30"', '2016-08-16', '4', '2.5', 'true', 'null', '"a: b"']
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, int):
        return str(value)
    return value if is_plain(value, flow) else _quoted(value)


def _float(value: float) -> str:
    shown = repr(value)
    # YAML 1.1 reads 1e+16 as a text: it wants a point.
    return shown.replace("e", ".0e") if "e" in shown and "." not in shown else shown


def is_plain(text: str, flow: bool = False) -> bool:
    """Whether every reader reads a text as that text without quotation marks."""
    if _is_day(text):
        return True
    if not _PLAIN.match(text) or _MISREAD.fullmatch(text) or text.lower() in _WORDS:
        return False
    if text != text.strip() or text.endswith(":") or ": " in text or " #" in text or SPECIAL.search(text):
        return False
    if text.startswith(("---", "...")):
        return False
    return not (flow and re.search(r"[\[\]{},?]|:(?=$|[\s\"'])", text))


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _quoted(text: str) -> str:
    return quoted(text, "'" if '"' in text and "'" not in text else '"')


def quoted(text: str, mark: str) -> str:
    r"""A text in the quotation marks asked for; in double ones where single ones cannot hold it.

    >>> quoted("it's", "'"), quoted('the "Wall"', '"'), quoted("two\nlines", "'")
    ("'it''s'", '"the \\"Wall\\""', '"two\\nlines"')
    """
    if mark == "'" and not SPECIAL.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(c) or (_escaped(c) if SPECIAL.match(c) else c) for c in text) + '"'


def _escaped(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"
