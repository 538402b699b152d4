"""The head of a briefing: title, publication, what to know first, key figures, what is disputed and not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import (
    ARTICLE,
    RUN_LIMIT,
    Article,
    Briefing,
    Dispute,
    Fact,
    Gap,
    Publication,
    Takeaway,
    words_of,
)

from ..ids import id_of
from ..lexicons import lexicon
from .figures import figures_of
from .filing import File
from .material import Material
from .placed import Placed

TAKEAWAYS = 7
SUMMARY = 2
TITLE_WORDS = 11


def briefing_of(material: Material, held: Mapping[File, Sequence[Placed]], disputes: Sequence[Dispute]) -> Briefing:
    """The overview; `facts` in the order of their pages, `main` those that tell what happened."""
    facts = [one.fact for name in held for one in held[name]]
    main = [one.fact for one in held["events"]]
    article = material.reading.article
    first = list(main) or sorted(facts, key=lambda f: f.at.start if f.at else 0)
    attributed = [f for f in first[1:] if f.source != ARTICLE]
    summary = [*first[:1], *(attributed or first[1:])[: SUMMARY - 1]]
    return Briefing(
        title=_headline(_title(article, first), article),
        language=article.language,
        invented=article.invented,
        sources=(publication_of(article),),
        summary=tuple(_takeaway(f) for f in summary),
        takeaways=tuple(_takeaway(f) for f in _telling(facts, first)),
        figures=tuple(figures_of(facts, material)),
        disputes=tuple(disputes),
        gaps=tuple(_gaps(facts, material)),
    )


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


def _headline(title: str, article: Article) -> str:
    """The title as it may be printed: of a reserved article cut short of what would be a run of its words."""
    if article.rights != "reserved" or len(words_of(title)) < RUN_LIMIT:
        return title
    words = title.split()
    most = max(n for n in range(1, len(words) + 1) if len(words_of(" ".join(words[:n]))) < RUN_LIMIT - 1)
    return f"{' '.join(words[:most])} …"


def _title(article: Article, facts: Sequence[Fact]) -> str:
    if article.title:
        return article.title
    if facts:
        words = facts[0].text.rstrip(".").split()
        if len(words) <= TITLE_WORDS + 3:
            return " ".join(words)
    named = [f for f in facts if len(f.text.split()) <= TITLE_WORDS and f.source == ARTICLE]
    return named[0].text.rstrip(".") if named else article.name.rsplit(".", 1)[0] or "Briefing"


def _takeaway(fact: Fact) -> Takeaway:
    return Takeaway(text=fact.text, facts=(fact.id,))


def _telling(facts: Sequence[Fact], first: Sequence[Fact]) -> list[Fact]:
    """Facts for the takeaways: what happened, what is denied, what was counted, at most two of one source in a row."""
    worth = sorted(enumerate(facts), key=lambda pair: (-_worth(pair[1], first), pair[0]))
    chosen = {pair[1].id for pair in worth[:TAKEAWAYS]}
    return [fact for fact in facts if fact.id in chosen]


def _worth(fact: Fact, first: Sequence[Fact]) -> int:
    early = [f.id for f in first[:4]]
    counted = any(q.value is not None for q in fact.quantities)
    worth = 4 * (fact.id in early) - 4 * fact.text.startswith("“") + 2 * counted + (fact.event is not None)
    return worth + 3 * bool(fact.denies) + 2 * (fact.certainty == "disputed")


def _gaps(facts: Sequence[Fact], material: Material) -> Iterator[Gap]:
    used = {fact.source for fact in facts}
    unnamed = [a for a in material.actors if a.kind == "unnamed" and a.id in used and _is_human(a.name)]
    for name in list(dict.fromkeys(a.name for a in unnamed))[:3]:
        same = {a.id for a in unnamed if a.name == name}
        ids = tuple(f.id for f in facts if f.source in same)
        yield Gap(question=f"Who is meant by “{name}”? The article gives no name.", facts=ids)
    for fact in facts:
        for quantity in fact.quantities:
            if quantity.value is None and quantity.of and not re.fullmatch(r"[a-z0-9-]+", quantity.of):
                yield Gap(question=f"How many {quantity.of}? No number is given.", facts=(fact.id,))
    denied = [f for f in facts if f.denies]
    if denied:
        question = "Has anyone without a stake checked what is disputed? The article does not say."
        yield Gap(question=question, facts=tuple(denied[0].denies))


def _is_human(name: str) -> bool:
    """Whether a source that is not named is people, not a poll or a paper."""
    words = {w.lower() for w in re.findall(r"[^\W\d_]+", name)}
    people = lexicon("facts")["people"]
    return any(w in words or f"{w}s" in words for w in people)
