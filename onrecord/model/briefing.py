"""What stands at the head of a briefing: title, source articles, overview."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .record import Date, Day, Id, Record, Text
from .topics import Result, Step, Toll, Topic

Rights = Literal["own", "open", "reserved"]


class Publication(Record):
    """A source article as published: where the facts come from and what may be shown of it."""

    id: Id = Field(description="short name of the article", examples=["ap-2016-08-16"])
    publisher: Text | None = Field(None, description="who published it, or the agency")
    title: Text | None = Field(None, description="its headline")
    author: Text | None = Field(None, description="its byline")
    published: Date | None = Field(None, description="day of publication; never taken from a copyright line")
    dateline: Text | None = Field(None, description="where it was filed")
    url: Text | None = Field(None, description="where it can be read")
    language: Text = Field("en", description="language code")
    rights: Rights = Field("reserved", description="own, open (with licence) or reserved")
    licence: Text | None = Field(None, description="the licence, where rights are open")
    words: int | None = Field(None, ge=0, description="how many words the article has")
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the decoded text as UTF-8")


class Takeaway(Record):
    """One line of the overview. Its sources are those of the facts it is bound to."""

    text: Text = Field(description="the line, in our words")
    facts: tuple[Id, ...] = Field(min_length=1, description="ids of the facts that bear it out")


class Figure(Record):
    """A number worth showing large. Value, operator and source are those of the fact."""

    label: Text = Field(description="what the number is, in a few words")
    fact: Id = Field(description="id of the fact it stands in")
    quantity: int = Field(1, ge=1, description="which of the fact's quantities, counted from 1")


class Dispute(Record):
    """A question on which sources differ. All sides stand in one block."""

    id: Id = Field(description="readable, stable, never reused")
    question: Text = Field(description="the point in dispute, as a question")
    facts: tuple[Id, ...] = Field(
        min_length=2, description="ids of the facts that differ, claim first; last what backs, settles or takes back"
    )
    kind: Literal["denial", "contradiction", "explanation", "tension"] = Field(
        "contradiction", description="denial, contradiction, competing explanations, or tension inside the article"
    )
    state: Literal["open", "backed", "settled", "taken-back"] | None = Field(
        None,
        description="how far it has come in the article: open, backed (a third source bears out a side), settled (by a "
        "ruling), taken-back (by who claimed it); left out = not looked at",
    )


class Grid(Record):
    """Who, what, when, where, why and how of the news. Each slot holds fact ids; an empty one is not stated."""

    who: tuple[Id, ...] = Field((), description="facts that say who did it, or to whom it happened")
    what: tuple[Id, ...] = Field((), description="facts that say what happened")
    when: tuple[Id, ...] = Field((), description="facts that say when")
    where: tuple[Id, ...] = Field((), description="facts that say where")
    why: tuple[Id, ...] = Field((), description="facts that give a cause, a reason or an aim")
    how: tuple[Id, ...] = Field((), description="facts that say by what means or in what manner")


class Gap(Record):
    """A question that the article leaves open."""

    question: Text = Field(description="the question, as a reader would ask it")
    facts: tuple[Id, ...] = Field((), description="ids of the facts that raise it")


class Term(Record):
    """A word of the trade, an abbreviation or a name that a reader may not know."""

    id: Id = Field(description="readable, stable, never reused")
    term: Text = Field(description="the word as the facts use it", examples=["Tu-22M3"])
    meaning: Text = Field(description="what it means, in our words, without a full stop")
    facts: tuple[Id, ...] = Field((), description="ids of the facts that say so; none = the editors explain it")


class Rejection(Record):
    """Why a person removed a record that was found: it stands nowhere any more, so the reason stands here."""

    id: Id = Field(description="id of the record that was removed")
    why: Text = Field(description="the reason, in a sentence a reader understands")
    by: Text | None = Field(None, description="who removed it: name or initials")
    on: Day | None = Field(None, description="the day", examples=["2026-11-22"])


class Briefing(Record):
    """`briefing.yaml`: title, sources, overview."""

    title: Text = Field(description="the briefing's title")
    standfirst: Text | None = Field(None, description="one or two sentences below the title")
    language: Text = Field("en", description="language of the briefing")
    invented: bool = Field(False, description="true when the event is invented; said on every page")
    sources: tuple[Publication, ...] = Field(min_length=1, description="the articles it is made from")
    summary: tuple[Takeaway, ...] = Field((), description="two sentences: what happened, and on whose word")
    takeaways: tuple[Takeaway, ...] = Field((), description="five to seven lines, each bound to facts")
    figures: tuple[Figure, ...] = Field((), description="key figures")
    grid: Grid = Field(Grid(), description="who, what, when, where, why, how; military news has `salute` instead")
    disputes: tuple[Dispute, ...] = Field((), description="what is disputed")
    gaps: tuple[Gap, ...] = Field((), description="what the article does not say")
    glossary: tuple[Term, ...] = Field((), description="terms explained at their first use on each page")
    topic: Topic | None = Field(None, description="what it is about, where that is sure: its page then comes second")
    toll: tuple[Toll, ...] = Field((), description="counts of dead, injured, missing, displaced, rescued")
    results: tuple[Result, ...] = Field((), description="results of an election: shares, votes, seats")
    case: tuple[Step, ...] = Field((), description="steps of a court case, for each who is accused")
    rejected: tuple[Rejection, ...] = Field((), description="why records were removed that had been found")
    kept: tuple[Text, ...] = Field(
        (),
        description="keys of this file, ids of its records and slots of the grids in which your value stands although "
        "a newer extraction found another",
        examples=[["takeaways"]],
    )
