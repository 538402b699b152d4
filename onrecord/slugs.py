"""What a briefing's folder is called, and what an article's file may end in."""

from __future__ import annotations

import re
import unicodedata

ARTICLE_SUFFIXES = (".txt", ".md", ".html", ".htm")


def slug(words: str, longest: int = 60) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word before `longest` characters; never empty."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "briefing"
    return joined if len(joined) <= longest else joined[: longest + 1].rpartition("-")[0] or joined[:longest]
