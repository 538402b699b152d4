"""The head of a briefing: title, publication, what to know first, figures, grid, disputes, and what is not said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import ARTICLE, Briefing, Dispute, Grid, Takeaway, Verbatim

from .choosing import alike, best, stands_alone
from .figures import figures_of
from .filing import File
from .gaps import gaps_of
from .grid import core_of, grid_of
from .material import Material
from .placed import Placed
from .publication import publication_of, title_of
from .takeaways import Choice, line_of, takeaways_of
from .topics import tables_of
from .warlike import is_military


def briefing_of(material: Material, held: Mapping[File, Sequence[Placed]], disputes: Sequence[Dispute]) -> Briefing:
    """The overview of the facts `held` in each file."""
    article = material.reading.article
    summary = summary_of(held)
    verbatim = Verbatim(material.text) if material.reserved else None
    tables = tables_of(material, held)
    return Briefing(
        title=title_of(article, _headlines(summary, held)),
        language=article.language,
        invented=article.invented,
        sources=(publication_of(article),),
        summary=summary,
        takeaways=takeaways_of(Choice(held, disputes, verbatim), summary),
        figures=tuple(figures_of(held)),
        grid=Grid() if is_military(material) else grid_of(held),
        disputes=tuple(disputes),
        gaps=gaps_of(held, disputes, material),
        topic=tables.topic,
        toll=tables.toll,
        results=tables.results,
        case=tables.case,
    )


def _headlines(summary: Sequence[Takeaway], held: Mapping[File, Sequence[Placed]]) -> list[tuple[str, str]]:
    """Lines that may head the briefing, the best first: those of the summary, then those of the main event."""
    verbs = {one.fact.text: one.root.text for name in held for one in held[name]}
    lines = [line.text for line in summary] + [one.fact.text for one in core_of(held)]
    return [(line, verbs.get(line, "")) for line in dict.fromkeys(lines)]


def summary_of(held: Mapping[File, Sequence[Placed]]) -> tuple[Takeaway, ...]:
    """Two lines: what happened, then what adds most to it, on someone's word where the first is the article's own."""
    core = core_of(held) or [one for name in held for one in held[name]]
    if not core:
        return ()
    first = _first(core)
    beside = core if len(core) > 1 else [*core, *held["events"], *held["military"], *held["reactions"]]
    rest = [one for one in beside if one is not first and not alike(one.fact.text, first.fact.text)]
    added = best(rest)
    said = [one for one in added if one.fact.source != ARTICLE] if first.fact.source == ARTICLE else added
    return tuple(line_of(one) for one in (first, *(said or added)[:1]))


def _first(core: Sequence[Placed]) -> Placed:
    """The line to begin with: of the first sentence that has one that stands alone, the one that says most."""
    alone = [one for one in core if stands_alone(one)]
    lead = min((one.sentence for one in alone), default=None)
    return next(iter(best(one for one in alone if one.sentence == lead)), core[0])
