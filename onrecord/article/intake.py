"""A file becomes an Article, or a Refusal that says why not and what would help."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onrecord.model import Article, Problem, Refusal

from .compose import Metadata, compose
from .decode import decode
from .front import read_front, valid_date
from .html import markdown_of_html
from .language import other_language

LONGEST = 200_000
"""Characters; a news article has a twentieth of it."""

_MENDS = {
    ".pdf": "copy its text into a .txt or .md file",
    ".docx": "save it as plain text (.txt)",
    ".doc": "save it as plain text (.txt)",
    ".odt": "save it as plain text (.txt)",
    ".rtf": "save it as plain text (.txt)",
}
_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm")


def read_article(path: Path, *, published: str | None = None) -> Article:
    """The article in a .txt, .md or .html file.

    `published` (YYYY-MM-DD) is the person's word and wins over the file's. Raises Refusal: nothing that reads as an
    English article is in the file, or the date is none. Writes nothing.
    """
    if published is not None and not valid_date(published):
        raise _refusal("--published", f"'{published}' is not a date", "write it as YYYY-MM-DD, as in 2016-08-16")
    text = _text(path)
    metadata, start = read_front(text, name=path.name) if _has_front(path, text) else (Metadata(), 0)
    if published is not None:
        metadata = replace(metadata, published=published)
    _refuse_unreadable(path.name, text[start:])
    article = compose(text, name=path.name, metadata=metadata, start=start)
    if not article.sentences:
        raise _refusal(
            path.name, "no body text is left beside headings and boilerplate", "check that it holds the article"
        )
    return article


def _has_front(path: Path, text: str) -> bool:
    return path.suffix.lower() in (*_MARKDOWN, *_HTML) and text.startswith("---")


def _text(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in (".txt", *_MARKDOWN, *_HTML):
        mend = _MENDS.get(suffix, "save the article as .txt, .md or .html")
        if path.is_dir():
            raise _refusal(path.name, "this is a folder, not an article", "name a .txt, .md or .html file in it")
        raise _refusal(path.name, f"files of the kind '{suffix}' cannot be read", mend)
    text = decode(_bytes(path))
    if text is None:
        raise _refusal(path.name, "this is binary data, not text", "save the article as UTF-8 text")
    return markdown_of_html(text, name=path.name) if suffix in _HTML and text.strip() else text


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise _refusal(path.name, "this is a folder, not an article", "name a .txt, .md or .html file in it")
    if not path.exists():
        raise _refusal(str(path), "there is no such file", "check the path")
    try:
        return path.read_bytes()
    except OSError as error:
        raise _refusal(path.name, f"the file cannot be read: {error.strerror}", "check its permissions") from None


def _refuse_unreadable(name: str, text: str) -> None:
    if not text.strip():
        raise _refusal(name, "the article is empty", "put its text into the file")
    if len(text) > LONGEST:
        message = f"the text has {len(text):,} characters; at most {LONGEST:,} are read"
        raise _refusal(name, message, "take one article out of it")
    language = other_language(text)
    if language is not None:
        known = f" (it looks like '{language}')" if language != "another" else ""
        raise _refusal(name, f"the text does not read as English{known}", "only English articles can be briefed")


def _refusal(name: str, message: str, mend: str) -> Refusal:
    return Refusal([Problem(name, 0, 0, message, mend)])
