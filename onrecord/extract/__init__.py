"""From an article to what it says: findings with their spans, and the facts made of them.

Pure: the same text gives the same facts in the same order. Knows no YAML, no page, no clock, no network.
"""

from __future__ import annotations

from onrecord.model import Article, Found, Problem, Refusal

__all__ = ["extract"]


def extract(article: Article) -> Found:
    """All findings of `article`, and the files of a briefing made of them.

    Never fails on odd text: where nothing can be read, nothing is found. The parser is loaded with the first call;
    raises Refusal where it, or its model, is not installed.
    """
    # The parser takes seconds to import; who only builds pages must not wait for it.
    try:
        from .chain import find_all

        return find_all(article)
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("onrecord"):
            raise
        message = f"an article cannot be read without {missing.name}, which comes with the extract extra"
        mend = "run 'make articles', or pip install --require-hashes -r requirements/extract.lock"
        raise Refusal([Problem(article.name, 0, 0, message, mend)]) from None
