"""Who uses a type of equipment in the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from onrecord.model import FoundActor, FoundEquipment

from ..gazetteer import country_of
from ..lexicons import lexicon
from ..reading import Reading
from .catalogue import by_name
from .phrases import noun_of, subjects

_UNKNOWN = ""
_USERS = ("government", "armed-group", "organisation", "group")


def operators(reading: Reading, equipment: Sequence[FoundEquipment], actors: Sequence[FoundActor]) -> Mapping[str, str]:
    """The id of the actor who uses it, by the equipment's id, where the article says so and of one actor only.

    "Syria's T-72s", "Turkish F-16s", "Hezbollah fired Kornets", "the jets were flown by the navy". The adjective of
    the country that made a type ("American Patriots") tells of the maker, not of a user. What is planned, possible or
    denied is no use.
    """
    who = _Who(reading, actors)
    users: dict[str, str] = {}
    for one in equipment:
        tokens = [t[-1] for mention in one.mentions if (t := reading.tokens(mention)) is not None]
        maker = type_.maker if (type_ := by_name().get(one.name)) else None
        found = {id_ for token in tokens for id_ in _users(noun_of(token), who, maker or "")}
        if len(found) == 1 and _UNKNOWN not in found:
            users[one.id] = found.pop()
    return users


class _Who:
    """Actors by the tokens that name them, and states by the country's name."""

    def __init__(self, reading: Reading, actors: Sequence[FoundActor]) -> None:
        named = [(a, t) for a in actors if a.kind in _USERS for m in a.mentions if (t := reading.tokens(m)) is not None]
        self.by_token = {token.i: actor.id for actor, tokens in named for token in tokens}
        states = [(country_of(a.name), a.id) for a in actors if a.kind == "government"]
        self.states = {country: id_ for country, id_ in states if country}

    def named(self, token: Token) -> str | None:
        """The actor that a noun names."""
        return self.by_token.get(token.i)

    def state(self, token: Token, *, not_of: str) -> str | None:
        """The state of an adjective or a name, unless that country made the thing."""
        country = country_of(token.text) if token.text[0].isupper() else None
        return self.states.get(country) if country and country not in not_of else None


def _users(noun: Token, who: _Who, maker: str) -> Iterator[str]:
    """Ids of its users; `_UNKNOWN` for one that is no actor of the article."""
    found: list[str | None] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found.append(who.named(child) or who.state(child, not_of=""))
        elif child.dep_ in ("amod", "compound", "nmod"):
            found.append(who.state(child, not_of=maker))
    verb = noun.head
    if noun.dep_ == "dobj" and _is_use(verb):
        found += [who.named(subject) or _UNKNOWN for subject in subjects(verb)]
    if noun.dep_ == "nsubjpass" and _is_use(verb):
        agents = (agent for by in verb.children if by.dep_ == "agent" for agent in by.children)
        found += [who.named(agent) or _UNKNOWN for agent in agents]
    yield from (id_ for id_ in found if id_ is not None)


def _is_use(verb: Token) -> bool:
    """Whether a verb says that somebody uses the thing, or did."""
    if verb.lemma_ not in lexicon("equipment_types")["uses"]:
        return False
    doubts = any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)
    return not doubts and verb.dep_ not in ("xcomp", "advcl", "pcomp", "acl")
