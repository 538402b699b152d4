"""What people decided about what was found, kept so that no later extraction undoes it."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .record import At, Day, Record, Text


class Edited(Record):
    """A field that a person has set. It stays theirs, also after an extraction that found the same."""

    kind: Text = Field(description="kind of the record: fact, actor, place, equipment, source, dispute, briefing, ...")
    record: Text = Field(description="its id")
    field: Text = Field(description="the key")
    was: Any = Field(None, description="what was found when it was changed; null = nothing")


class Rejected(Record):
    """A record that a person removed. It stays removed, also when it is found in other words."""

    kind: Text = Field(description="kind of the record")
    record: Text = Field(description="its id, which no other record is given")
    said: Text | None = Field(None, description="its text, name or question as found")
    at: At | None = Field(None, description="where in the article it stood")
    left_out: bool = Field(False, description="true where no person removed it: the merge had no place for it")


class Lost(Record):
    """A record whose words are no longer in the article. It stands nowhere until a person gives it a place."""

    kind: Text = Field(description="kind of the record")
    record: Text = Field(description="its id")
    at: At = Field(description="the place that it had in an earlier version of the article")


class Clash(Record):
    """A person and a newer extraction changed the same. The person's value stands until they decide."""

    kind: Text = Field(description="kind of the record")
    record: Text = Field(description="its id")
    field: Text | None = Field(None, description="the key; null = the record as a whole")
    base: Any = Field(None, description="what the extraction before had found; null = nothing")
    yours: Any = Field(None, description="what the person wrote; null = nothing")
    new: Any = Field(None, description="what was found now; null = nothing")


class Update(Record):
    """What a new version of the article changed in what had been found in the one before."""

    kind: Text = Field(description="kind of the record")
    record: Text = Field(description="its id")
    field: Text | None = Field(None, description="the key; null = the record as a whole")
    was: Any = Field(None, description="the value before; null = nothing")
    now: Any = Field(None, description="the value after; null = nothing")
    on: Day | None = Field(None, description="the day the new version was taken in")


class Decisions(Record):
    """Everything that has to be remembered beside the last extraction."""

    edited: tuple[Edited, ...] = Field((), description="fields that people have set")
    rejected: tuple[Rejected, ...] = Field((), description="records that people have removed")
    lost: tuple[Lost, ...] = Field((), description="records whose words are no longer in the article")
    clashes: tuple[Clash, ...] = Field((), description="where a person and an extraction differ, until it is settled")
    updates: tuple[Update, ...] = Field((), description="what new versions of the article changed")
