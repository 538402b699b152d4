"""How much of an article stands word for word in what is published, and whether that is within the limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import (
    QUOTE_LIMIT,
    QUOTE_SHARE,
    RUN_LIMIT,
    Article,
    Dossier,
    Position,
    Problem,
    Verbatim,
    words_of,
)

from .seen import Seen, barred, html_seen, place_of, text_seen

_KEPT = 256
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*")


@dataclass(frozen=True)
class Run:
    """Words in a row that the article has too, outside a marked quotation; `fact` as `Seen` names what holds them."""

    file: str
    fact: str
    words: str


@dataclass(frozen=True)
class Measure:
    """What was measured over all files of one briefing."""

    runs: tuple[Run, ...]
    quotations: tuple[str, ...]
    """Every marked quotation once, in the order in which they first come."""
    article_words: int
    limited: bool
    """Whether the limits apply: the rights of an article are reserved."""

    @property
    def quoted_words(self) -> int:
        """Words of all quotations together."""
        return sum(len(words_of(quotation)) for quotation in self.quotations)

    @property
    def share(self) -> float:
        """Quoted words as a share of the article's words."""
        return self.quoted_words / self.article_words if self.article_words else 0.0

    @property
    def longest(self) -> int:
        """Words of the longest quotation."""
        return max((len(words_of(quotation)) for quotation in self.quotations), default=0)

    @property
    def percent(self) -> str:
        """The share as words: "3.1 %"."""
        return f"{100 * self.share:.1f} %"


def measure(files: Mapping[str, str], dossier: Dossier, article: Article) -> Measure:
    """Measure published texts by path: Markdown pages and HTML by their markup, anything else as plain text.

    In plain text, what a fact of the dossier quotes counts as a marked quotation.
    """
    verbatim = Verbatim(article.text)
    quoted = tuple(tuple(words_of(fact.quote.text)) for fact in dossier.facts.values() if fact.quote)
    runs: list[Run] = []
    quotations: dict[str, str] = {}
    for path, text in files.items():
        copied, known = _copied(text, path.rpartition(".")[2], quoted=quoted, verbatim=verbatim)
        runs += [Run(path, fact, words) for fact, words in copied]
        quotations.update(known)
    whole = [q for q in quotations if not any(q != other and q in other for other in quotations)]
    limited = any(source.rights == "reserved" for source in dossier.briefing.sources)
    return Measure(tuple(runs), tuple(quotations[q] for q in whole), article.words, limited)


def rights_problems(measured: Measure, dossier: Dossier) -> tuple[Problem, ...]:
    """What is above the limits, with file and fact; nothing where the limits do not apply."""
    if not measured.limited:
        return ()
    return tuple(_problems(measured, dossier))


@lru_cache(maxsize=_KEPT)
def _copied(
    text: str, form: str, *, quoted: tuple[tuple[str, ...], ...], verbatim: Verbatim
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The runs of a text with what holds each, and its quotations by their words. The same text is read once."""
    seen = html_seen(text) if form in ("md", "html") else barred(text_seen(form, text), quoted)
    article = f" {' '.join(words_of(verbatim.article))} "
    known = (quotation for quotation in seen.quotations if _stands(quotation, article))
    return tuple(_runs(seen, verbatim)), tuple((" ".join(words_of(quotation)), quotation) for quotation in known)


def _runs(seen: Seen, verbatim: Verbatim) -> Iterator[tuple[str, str]]:
    words = [word for word, _ in seen.words]
    for run in verbatim.runs(" ".join(words)):
        parts = run.split()
        at = place_of(parts, words) or 0
        holders = [fact for _, fact in seen.words[at : at + len(parts)] if fact]
        yield holders[0] if holders else "", run


def _stands(quotation: str, article: str) -> bool:
    """Whether a part of it stands in the article's words, given as one line: a nickname in quotation marks does not."""
    fragments = (" ".join(words_of(fragment)) for fragment in _ELLIPSIS.split(quotation))
    return any(" " in fragment and f" {fragment} " in article for fragment in fragments)


def _problems(measured: Measure, dossier: Dossier) -> Iterator[Problem]:
    first = {(run.fact, run.words): run for run in reversed(measured.runs)}  # once, however many pages print it
    for run in reversed(first.values()):
        place = _place(dossier, run.fact)
        file = f"{place.file}" if place else run.file
        where = _holder(run.fact)
        message = f"{where}{len(run.words.split())} words in a row as in the article: {run.words}"
        mend = f"put it into your own words, or mark it as a quotation; {RUN_LIMIT} words are too many ({run.file})"
        yield Problem(file, place.line if place else 0, place.column if place else 0, message, mend)
    for quotation in measured.quotations:
        if (count := len(words_of(quotation))) > QUOTE_LIMIT:
            yield _quote_problem(dossier, quotation, count)
    if measured.share > QUOTE_SHARE:
        message = f"quotations are {measured.percent} of the article's words; at most {QUOTE_SHARE:.0%} may be quoted"
        yield Problem(f"content/{dossier.slug}", 0, 0, message, "shorten or drop quotations")


def _quote_problem(dossier: Dossier, quotation: str, count: int) -> Problem:
    holder = next(
        (f.id for f in dossier.facts.values() if quotation in f.text or (f.quote and quotation in f.quote.text)), ""
    )
    place = _place(dossier, holder)
    message = f"fact '{holder}': a quotation of {count} words; at most {QUOTE_LIMIT} may be quoted"
    return Problem(
        place.file if place else "", place.line if place else 0, place.column if place else 0, message, "shorten it"
    )


def _holder(record: str) -> str:
    file, cut, identifier = record.partition("/")
    return f"'{identifier}' in {file}: " if cut else f"fact '{record}': " if record else ""


def _place(dossier: Dossier, record: str) -> Position | None:
    path = record if "/" in record else f"{dossier.file_of.get(record)}/{record}"
    return dossier.positions.get(path)
