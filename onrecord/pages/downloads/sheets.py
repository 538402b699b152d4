"""The briefing as tables: one row a fact, event, number, quotation, side of a dispute, line, actor, place, correction.

Every row says who says so and how sure that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import OPERATOR_WORDS, Correction, Dispute, Dossier, Fact, Quantity, Quote, When

from ..amounts import quantity_words
from ..labels import actor_label, source_label
from ..words import N_
from .cells import Column, Sheet, column
from .changes import by_fact, corrected_words

LABEL = Column("source_label", "who says so, in words, with who passed it on", required=True)
SAID = (column(Fact, "source", required=True), LABEL, column(Fact, "certainty", required=True))
"""Who says so and how sure it is: in every table."""
_HEDGE, _VIA, _CUE = column(Fact, "hedge"), column(Fact, "via"), column(Fact, "cue")
_TEXT = column(Fact, "text", required=True)
_OF_FACT = Column("fact", "id of the fact, as in facts.csv", required=True)
_WHEN = (column(When, "text", "when"), column(When, "date"), column(When, "until"))
_PLACES = Column("places", "names of the places where it happened, parted by semicolons")
_AGAINST = tuple(column(Fact, name, also="parted by spaces") for name in ("denies", "contradicts"))
_OPERATOR = Column(
    "operator",
    "what makes the number unsure, in words",
    allowed=tuple(words or "exactly" for words in OPERATOR_WORDS.values()),
    required=True,
)
_CORRECTED = Column("corrected", "kind, day and keys of each correction of substance; empty where there was none")


def fact_sheets(dossier: Dossier, corrections: Sequence[Correction]) -> tuple[Sheet, ...]:
    """The tables made of facts; those without a row are left out."""
    made = (_facts(dossier, corrections), _events(dossier), _quantities(dossier), _quotations(dossier))
    return tuple(sheet for sheet in (*made, _disputes(dossier), _overview(dossier)) if sheet.rows)


def said(fact: Fact, dossier: Dossier) -> list[str]:
    """The values of `SAID` for a fact."""
    return [fact.source, source_label(fact, dossier), fact.certainty]


def _facts(dossier: Dossier, corrections: Sequence[Correction]) -> Sheet:
    changed = by_fact(dossier, corrections)
    columns = (
        column(Fact, "id", required=True), _TEXT, *SAID[:2], _VIA, _CUE, SAID[2], _HEDGE, *_WHEN, _PLACES,
        Column("quantities", "the numbers in it, in words with their operators; a row each in quantities.csv"),
        Column("quote", "the source's own words, verbatim"),
        *_AGAINST,
        column(Fact, "event"),
        Column("page", "the file it lives in: events, military, reactions or background", required=True),
        Column("sentence", "where in the article it stands: PnSm is the m-th sentence of the n-th paragraph"),
        _CORRECTED,
    )  # fmt: skip
    rows = [
        [
            fact.id, fact.text, *said(fact, dossier)[:2], fact.via, fact.cue, fact.certainty, fact.hedge, *_when(fact),
            _places(fact, dossier), "; ".join(quantity_words(one) for one in fact.quantities),
            fact.quote.text if fact.quote else None, " ".join(fact.denies), " ".join(fact.contradicts), fact.event,
            dossier.file_of[fact.id], fact.at.sentence if fact.at else None, corrected_words(changed.get(fact.id, ())),
        ]
        for fact in dossier.facts.values()
    ]  # fmt: skip
    return Sheet("facts", "one row a fact", columns, rows)


def _events(dossier: Dossier) -> Sheet:
    columns = (
        _OF_FACT, column(Fact, "event", required=True), _TEXT, *SAID, _VIA, _HEDGE, *_WHEN,
        *(column(When, name) for name in ("precision", "modifier", "relation", "origin")), _PLACES,
        Column("route", "of a movement: names of the places it came from and through, first where it set out"),
        Column("actors", "names of those it is about, parted by semicolons"),
    )  # fmt: skip
    rows = []
    for fact in dossier.facts.values():
        when = fact.when
        told = [when.precision, when.modifier, when.relation, when.origin] if when else [None] * 4
        way = [dossier.places[one].name for one in fact.route if one in dossier.places]
        who = [actor_label(one, dossier) for one in fact.actors]
        start = [fact.id, fact.event, fact.text, *said(fact, dossier), fact.via, fact.hedge, *_when(fact)]
        rows += [[*start, *told, _places(fact, dossier), way, who]] if fact.event else []
    about = N_("one row a fact that tells of an event, with when and where")
    return Sheet("events", about, columns, rows, ("fact",), "fact")


def _quantities(dossier: Dossier) -> Sheet:
    columns = (
        _OF_FACT, Column("number", "which of the fact's quantities, counted from 1", "integer", required=True),
        Column("words", "the quantity in words, with its operator", required=True),
        Column("low", "the number, or the lowest of a range; empty = the article gives none", "number"),
        Column("high", "the number, or the highest of a range; empty = the article gives none", "number"),
        _OPERATOR, column(Quantity, "unit"), column(Quantity, "of"),
        Column("of_name", "its name in words"), _TEXT, *SAID, _VIA, _HEDGE, *_WHEN,
    )  # fmt: skip
    rows = []
    for fact in dossier.facts.values():
        for number, one in enumerate(fact.quantities, 1):
            low, high = one.value if isinstance(one.value, tuple) else (one.value, one.value)
            amount = [
                fact.id,
                number,
                quantity_words(one),
                low,
                high,
                OPERATOR_WORDS[one.operator] or "exactly",
                one.unit,
                one.of,
            ]
            told = [fact.text, *said(fact, dossier), fact.via, fact.hedge, *_when(fact)]
            rows.append([*amount, _named(one.of, dossier), *told])
    return Sheet("quantities", "one row a number, with operator and unit", columns, rows, ("fact", "number"), "fact")


def _quotations(dossier: Dossier) -> Sheet:
    columns = (
        _OF_FACT, column(Quote, "text", "quotation", required=True), column(Quote, "kind", required=True),
        *SAID, _VIA, _CUE,
        Column("on_record", "whether the source speaks under its own name", "boolean"),
        Column("sentence", "where in the article it stands"),
    )  # fmt: skip
    rows = [
        [
            fact.id, fact.quote.text, fact.quote.kind, *said(fact, dossier), fact.via, fact.cue,
            dossier.actors[fact.source].on_record if fact.source in dossier.actors else None,
            fact.at.sentence if fact.at else None,
        ]
        for fact in dossier.facts.values()
        if fact.quote
    ]  # fmt: skip
    return Sheet("quotations", "one row a quotation, word for word", columns, rows, ("fact",), "fact")


def _disputes(dossier: Dossier) -> Sheet:
    columns = (
        Column("dispute", "id of the dispute", required=True), column(Dispute, "question", required=True),
        column(Dispute, "kind", required=True), column(Dispute, "state"),
        Column("number", "which of its sides, counted from 1, claim first", "integer", required=True),
        _OF_FACT, _TEXT, *SAID, _HEDGE, *_AGAINST,
    )  # fmt: skip
    rows = []
    for dispute in dossier.briefing.disputes:
        for number, name in enumerate(dispute.facts, 1):
            fact = dossier.facts[name]
            side = [
                fact.id,
                fact.text,
                *said(fact, dossier),
                fact.hedge,
                " ".join(fact.denies),
                " ".join(fact.contradicts),
            ]
            rows.append([dispute.id, dispute.question, dispute.kind, dispute.state, number, *side])
    return Sheet("disputes", "one row a side of a dispute", columns, rows, ("dispute", "number"), "fact")


def _overview(dossier: Dossier) -> Sheet:
    columns = (
        Column("line", "which kind of line", allowed=("summary", "takeaway", "figure", "gap"), required=True),
        Column("number", "which of its kind, counted from 1", "integer", required=True),
        Column("text", "the line; of a figure its label with the number", required=True),
        Column("fact", "id of a fact it rests on: a row each; empty = a question that no fact raises"),
        *(Column(one.name, f"{one.meaning} (of that fact)", one.type, one.allowed) for one in SAID), _HEDGE,
    )  # fmt: skip
    rows = []
    for kind, number, text, facts in _lines(dossier):
        known = [dossier.facts[name] for name in facts]
        rows += [[kind, number, text, fact.id, *said(fact, dossier), fact.hedge] for fact in known]
        rows += [] if known else [[kind, number, text, None, None, "the editors", None, None]]
    return Sheet(
        "overview",
        "lines of the overview, one row a fact that bears each out",
        columns,
        rows,
        ("line", "number", "fact"),
    )


def _lines(dossier: Dossier) -> Iterator[tuple[str, int, str, Sequence[str]]]:
    briefing = dossier.briefing
    for kind, lines in (("summary", briefing.summary), ("takeaway", briefing.takeaways)):
        yield from ((kind, number, line.text, line.facts) for number, line in enumerate(lines, 1))
    for number, figure in enumerate(briefing.figures, 1):
        quantity = dossier.facts[figure.fact].quantities[figure.quantity - 1]
        yield "figure", number, f"{figure.label}: {quantity_words(quantity)}", (figure.fact,)
    yield from (("gap", number, gap.question, gap.facts) for number, gap in enumerate(briefing.gaps, 1))


def _when(fact: Fact) -> list[str | None]:
    return [fact.when.text, fact.when.date, fact.when.until] if fact.when else [None] * 3


def _places(fact: Fact, dossier: Dossier) -> list[str]:
    return [dossier.places[one].name for one in fact.where if one in dossier.places]


def _named(words: str | None, dossier: Dossier) -> str | None:
    record = dossier.equipment.get(words or "") or dossier.actors.get(words or "") or dossier.places.get(words or "")
    return record.name if record else words
