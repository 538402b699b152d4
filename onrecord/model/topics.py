"""What news of one topic has in tables: counts of casualties, results of an election, the steps of a court case.

Each row is bound to a fact, whose source, certainty and number it has; nothing stands in it that no fact says.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .record import Id, Record

Topic = Literal["military", "disaster", "election", "court"]
Harm = Literal["dead", "injured", "missing", "displaced", "rescued"]
Measure = Literal["share", "votes", "seats"]
Stage = Literal["charge", "plea", "hearing", "verdict", "sentence", "appeal"]


class Toll(Record):
    """One count of people to whom something was done. Value, operator, time and source are those of the fact."""

    fact: Id = Field(description="id of the fact it stands in")
    quantity: int = Field(1, ge=1, description="which of the fact's quantities, counted from 1")
    effect: Harm = Field(description="what became of the people counted")


class Result(Record):
    """One number of one who stood for election. Value, operator and source are those of the fact."""

    actor: Id = Field(description="id of the actor who stood")
    measure: Measure = Field(description="share of the votes, votes, or seats")
    fact: Id = Field(description="id of the fact it stands in")
    quantity: int = Field(1, ge=1, description="which of the fact's quantities, counted from 1")


class Step(Record):
    """One step of a court case against one who is accused."""

    actor: Id = Field(description="id of the actor who is accused or sued")
    stage: Stage = Field(description="what it is a step of: charge, plea, hearing, verdict, sentence, appeal")
    fact: Id = Field(description="id of the fact that tells of it")
