"""What news of one topic has in tables: counts of casualties, results of an election, the steps of a court case.

Each row is bound to a fact, whose source, certainty and number it has; nothing stands in it that no fact says.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .record import Id, Record

Topic = Literal["military", "disaster", "election", "court"]
Harm = Literal["dead", "injured", "missing", "displaced", "rescued"]
Measure = Literal["share", "votes", "seats", "turnout", "counted"]
Stage = Literal["charge", "plea", "hearing", "demand", "verdict", "sentence", "appeal"]


class Toll(Record):
    """One count of people to whom something was done. Value, operator, time and source are those of the fact."""

    fact: Id = Field(description="id of the fact it stands in")
    quantity: int = Field(1, ge=1, description="which of the fact's quantities, counted from 1")
    effect: Harm = Field(description="what became of the people counted")


class Result(Record):
    """One number of an election, of one who stood or of the whole. Value, operator and source are those of the fact."""

    actor: Id | None = Field(None, description="id of the actor who stood; left out for turnout and counted")
    measure: Measure = Field(
        description="share of the votes, votes, seats; of the whole election: turnout, and how much is counted"
    )
    fact: Id = Field(description="id of the fact it stands in")
    quantity: int = Field(1, ge=1, description="which of the fact's quantities, counted from 1")


class Step(Record):
    """One step of a court case against one who is accused."""

    actor: Id = Field(description="id of the actor who is accused or sued")
    stage: Stage = Field(
        description="charge, plea, hearing, demand (what the prosecution asks for), verdict, sentence, appeal"
    )
    fact: Id = Field(description="id of the fact that tells of it")
