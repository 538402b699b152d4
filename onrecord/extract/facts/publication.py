"""The article as a publication, and the headline that its briefing may carry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import RUN_LIMIT, Article, Publication, words_of

from ..ids import id_of
from ..lexicons import lexicon

TITLE_WORDS = RUN_LIMIT - 1
FEWEST = 4


def publication_of(article: Article) -> Publication:
    """The article as a publication, with an id from publisher or agency and date."""
    agency = article.dateline.agency if article.dateline else None
    publisher = article.publisher or agency
    return Publication(
        id=id_of(" ".join(p for p in (_short(publisher), article.published) if p) or "article"),
        publisher=publisher,
        title=article.title and _headline(article.title, article),
        author=article.author,
        published=article.published,
        dateline=article.dateline.place if article.dateline else None,
        url=article.url,
        language=article.language,
        rights=article.rights,
        licence=article.licence,
        words=article.words,
        sha256=article.sha256,
    )


def _short(publisher: str | None) -> str | None:
    """An agency by its initials where it has them; otherwise its first words."""
    if publisher is None:
        return None
    words = [w for w in re.findall(r"[^\W_]+", publisher) if w.lower() not in ("the", "of", "and")]
    known = {"associated press": "ap", "agence france presse": "afp", "united press international": "upi"}
    return known.get(" ".join(words).lower(), " ".join(words[:3]))


def title_of(article: Article, lines: Sequence[tuple[str, str]]) -> str:
    """The article's title; without one, the first that makes a headline of these lines, each with its verb."""
    if article.title:
        return _headline(article.title, article)
    heads = [_head(line, verb) for line, verb in lines]
    return next((head for head in heads if head), None) or article.name.rsplit(".", 1)[0] or "Briefing"


def _head(line: str, verb: str) -> str | None:
    """A line as a headline: whole, or up to where a clause or phrase begins behind its verb.

    >>> _head("At least 31 people were killed when missiles hit a crowded market near the border of Niger.", "killed")
    'At least 31 people were killed'
    >>> _head("Children who drank from fountains fed by lead pipes were nearly twice as likely to fall ill.", "were")
    >>> _head("“It came in the dark.”", "came")
    """
    words = line.rstrip(".").split()
    if line.startswith("“") or len(words) < FEWEST:
        return None
    if len(words) <= TITLE_WORDS:
        return " ".join(words)
    bounds = lexicon("overview")["bounds"]
    least = max(FEWEST, words.index(verb) + 1) if verb in words else FEWEST + 2
    ends = [n for n in range(least, TITLE_WORDS + 1) if words[n].lower() in bounds or words[n - 1].endswith(",")]
    return " ".join(words[: ends[-1]]).rstrip(",") if ends else None


def _headline(title: str, article: Article) -> str:
    """The title as it may be printed: of a reserved article cut short of what would be a run of its words."""
    if article.rights != "reserved" or len(words_of(title)) < RUN_LIMIT:
        return title
    words = title.split()
    most = max(n for n in range(1, len(words) + 1) if len(words_of(" ".join(words[:n]))) < RUN_LIMIT - 1)
    return f"{' '.join(words[:most])} …"
