"""Who acts and who speaks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .record import Id, Kept, Record, Text

ActorKind = Literal[
    "person",
    "government",
    "organisation",
    "armed-group",
    "company",
    "media",
    "group",
    "nationality",
    "document",
    "unnamed",
]


TieKind = Literal["allied", "opposed", "part-of", "speaks-for"]


class Tie(Record):
    """How an actor stands to another, on the word of facts."""

    to: Id = Field(description="id of the other actor")
    kind: TieKind = Field(description="allied with it, opposed to it, part of it, or speaks for it")
    facts: tuple[Id, ...] = Field(min_length=1, description="ids of the facts that say so")


class Actor(Kept):
    """The someone: a person, body, state, group, or a source the article does not name. One record each."""

    name: Text = Field(description="the full name as printed, without title; for an unnamed source the words used")
    kind: ActorKind = Field(
        description="what it is; `document` = a writing, picture or measurement; `unnamed` = a source without a name"
    )
    title: Text | None = Field(None, description="title or rank before the name", examples=["Col."])
    role: Text | None = Field(None, description="what it is or does, as the article gives it")
    affiliation: Id | Text | None = Field(None, description="the actor it belongs to or speaks for: an id, or words")
    country: Text | None = Field(None, description="country it belongs to, in English")
    members: tuple[Id, ...] = Field((), description="for actors that speak as one: their ids", examples=[["oslo"]])
    side: Text | None = Field(None, description="the side it is listed under on Actors and Reactions")
    ties: tuple[Tie, ...] = Field((), description="how it stands to other actors, each on the word of facts")
    aliases: tuple[Text, ...] = Field((), description="other names and metonyms in the article", examples=[["Moscow"]])
    anonymity: Text | None = Field(None, description="why it is not named, as the article gives it")
    on_record: bool = Field(True, description="whether it speaks under its own name")
