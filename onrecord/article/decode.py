"""Bytes become text: the encoding is found, line ends stay as they are."""

from __future__ import annotations

import re

import charset_normalizer

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MOJIBAKE = re.compile("â€[\u0080-\u00bf\u0152-\u2122œžŸ™˜¦]|Ã[\u00a0-\u00bf]|Â[\u00a0-\u00bf]")
_FEW = 8
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes) -> str | None:
    r"""The text of a file without its byte order mark; None for binary data.

    UTF-8, UTF-16 and UTF-32 with a mark, cp1252, then what charset-normalizer finds. Text that was decoded wrongly
    before it was saved is mended where the signs are clear, so that offsets are those of the mended text.

    >>> decode("“Naïve”\r\n".encode("cp1252"))
    '“Naïve”\r\n'
    """
    text = _read(data)
    if text is None or len(_CONTROL.findall(text)) > len(text) // 1000:
        return None
    return _mend(text)


def _read(data: bytes) -> str | None:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for name in [encoding] if encoding else ["utf-8", "cp1252"]:
        text = _strictly(data, name)
        if text is not None and (name != "cp1252" or _is_western(data)):
            return text
    if encoding or b"\x00" in data:
        return None
    best = charset_normalizer.from_bytes(data).best()
    return None if best is None else str(best)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_western(data: bytes) -> bool:
    """English in cp1252 has few bytes above 0x7f: quotation marks, dashes, a name now and then."""
    return sum(byte > 0x7F for byte in data) <= max(_FEW, 0.1 * len(data))


def _mend(text: str) -> str:
    if len(_MOJIBAKE.findall(text)) < 2:
        return text
    try:
        import ftfy
    except ImportError:
        return text
    return str(ftfy.fix_encoding(text))
