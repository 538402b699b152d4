"""What all records have in common: frozen, no unknown keys, every key with its meaning."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SENTENCE_PATTERN = r"^P[1-9][0-9]*S[1-9][0-9]*$"
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""Lower-case words joined by hyphens: readable, stable, never reused."""
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for a reader; never empty."""
Day = Annotated[str, StringConstraints(pattern=DAY_PATTERN)]
"""A calendar day, `YYYY-MM-DD`."""
Date = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
"""A date that carries its precision: `2016`, `2016-08` or `2016-08-16`."""


class Record(BaseModel):
    """A frozen value. Unknown keys are refused; each field's description is its meaning in the YAML."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def as_yaml(self) -> dict[str, Any]:
        """The record as YAML writes it: plain values by their YAML keys, in field order, empty fields left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)


class At(Record):
    """Where in the article the words stand. Never the words themselves."""

    article: Id | None = Field(None, description="id of the source article; without it, the first")
    sentence: Annotated[str, StringConstraints(pattern=SENTENCE_PATTERN)] = Field(
        description="PnSm: the m-th sentence of the n-th paragraph", examples=["P8S1"]
    )
    start: int = Field(ge=0, description="first code point in the decoded file")
    end: int = Field(ge=0, description="code point after the last one")
    hash: str = Field(pattern=r"^[0-9a-f]{8}$", description="first eight hex digits of the SHA-256 of the characters")


class Reviewed(Record):
    """A person has compared the record with the article and found it right."""

    by: Text = Field(description="who looked: name or initials")
    on: Day = Field(description="the day", examples=["2026-11-22"])


class Corrected(Record):
    """Why a person changed what was found. What it was, `found.yaml` still knows."""

    kind: Literal["correction", "clarification", "update", "wording"] | None = Field(
        None,
        description="what kind of change: it was wrong, it could be misread, the article itself was updated, or "
        "only the words are others; without it the program tells corrections from wording",
    )
    why: Text = Field(description="the reason, in a sentence a reader understands")
    by: Text | None = Field(None, description="who changed it: name or initials")
    on: Day | None = Field(None, description="the day", examples=["2026-11-22"])


class Kept(Record):
    """A record that lives in a dossier: it has an id, a place in the article, and marks of the people who kept it."""

    id: Id = Field(description="readable, stable, never reused")
    at: At | None = Field(None, description="where in the article it stands; absent when a person added it")
    reviewed: Reviewed | None = Field(None, description="set when a person has checked the record")
    corrected: Corrected | None = Field(None, description="set when a person has changed the record, with the reason")
    kept: tuple[Text, ...] = Field(
        (), description="keys in which your value stands although a newer extraction found another", examples=[["text"]]
    )
