"""All actors of an article, and its attributions with their actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.ids import id_of
from onrecord.extract.reading import Reading
from onrecord.model import (
    ARTICLE,
    Actor,
    At,
    FoundActor,
    FoundAttribution,
    FoundEquipment,
    FoundPlace,
    Span,
    text_hash,
)

from .anonymity import mark_anonymity
from .bodies import find_bodies
from .describe import describe, describe_bodies
from .foretold import join_foretold, now, rename_members
from .kinds import kind_of_body
from .names import find_names
from .people import find_people
from .pronouns import antecedent
from .resolve import Resolver
from .scene import Scene
from .stage import Player
from .states import find_states


@dataclass(frozen=True)
class Cast:
    """`found` and `records` have the same ids in the same order; `attributions` carry those ids."""

    found: tuple[FoundActor, ...]
    records: tuple[Actor, ...]
    attributions: tuple[FoundAttribution, ...]


def find_actors(
    reading: Reading,
    *,
    attributions: Sequence[FoundAttribution],
    places: Sequence[FoundPlace] = (),
    equipment: Sequence[FoundEquipment] = (),
) -> Cast:
    """Everyone named in the article, every source it does not name, and who each attribution belongs to.

    Actors come in the order of their first mention. An attribution whose source is not sure keeps no actor.
    """
    taken = [span for one in equipment for span in one.mentions]
    sources = [span for a in attributions for span in (*a.source, *a.relay)]
    names = find_names(reading, places=places, taken=taken, sources=sources)
    people = find_people(names)
    for player in people:
        describe(reading.doc, player, names)
        describe_bodies(reading.doc, player, names)
    states, idle = find_states(reading.doc, names)
    players = [*people, *find_bodies(reading, names), *states]
    scene = Scene(reading, players)
    _find_owners(scene, people)
    resolver = Resolver(scene, attributions, idle)
    pairs = [resolver.resolve(number) for number in range(len(attributions))]
    became = {**resolver.became, **join_foretold(players)}
    rename_members(players, became)
    pairs = [(now(actor, became), now(relay, became)) for actor, relay in pairs]
    mark_anonymity(reading, players)
    spoke = {id(p) for pair in pairs for p in pair} | {id(m) for p in players for m in p.members}
    whole = {id(p) for p in _without_parts(players) if not _may_be_anything(p)}
    players = [p for p in players if id(p) in spoke | whole]
    players.sort(key=lambda p: p.order)
    _give_ids(players)
    _link_affiliations(players)
    return Cast(
        found=tuple(_found(p) for p in players),
        records=tuple(_record(reading, p) for p in players),
        attributions=tuple(_resolved(a, *pair) for a, pair in zip(attributions, pairs, strict=True)),
    )


def _find_owners(scene: Scene, people: Sequence[Player]) -> None:
    """`Its chairman` is the chairman of the body that "its" means."""
    for player in people:
        if player.owner is None or player.role is None:
            continue
        owner = antecedent(scene, player.owner)
        player.affiliation = player.affiliation or (owner.name if owner is not None else None)
        player.role = player.role.partition(" ")[2] or player.role


def _without_parts(players: list[Player]) -> list[Player]:
    """Less those that are only a piece of another's name: the "Civil Protection" of "the Civil Protection service"."""
    bodies = [p for p in players if kind_of_body(p.name.split()[-1:]) is not None]
    wholes = {
        id(part): whole
        for part in players
        for whole in bodies
        if part is not whole
        and whole.name.startswith(f"{part.name} ")
        and whole.name.removeprefix(f"{part.name} ").islower()
        and all(any(w.holds(m) for w in whole.mentions) for m in part.mentions)
    }
    for whole in wholes.values():
        if any(whole.affiliation == p.name for p in players if id(p) in wholes):
            whole.affiliation = None
    return [p for p in players if id(p) not in wholes]


def _may_be_anything(player: Player) -> bool:
    """One word that the parser takes for a person once, of whom nothing is told: it may be an island or a brand."""
    told = player.role or player.title or player.gender or player.affiliation or player.age
    return (
        player.kind == "person"
        and bool(player.names)
        and " " not in player.name
        and not told
        and len(player.mentions) < 2
    )


def _give_ids(players: Sequence[Player]) -> None:
    taken = {ARTICLE}
    for player in players:
        player.id = id_of(player.name, taken=taken)
        taken.add(player.id)


def _link_affiliations(players: Sequence[Player]) -> None:
    """An affiliation becomes the id of the actor it names."""
    ids = {words: p.id for p in players for words in (p.name, *p.aliases)}
    countries = {p.id: p.country for p in players}
    for player in players:
        if player.affiliation in ids:
            player.affiliation = ids[player.affiliation]
            player.country = player.country or countries[player.affiliation]


def _resolved(attribution: FoundAttribution, actor: Player | None, relay: Player | None) -> FoundAttribution:
    ids = {"actor": actor.id if actor else None, "via": relay.id if relay else None}
    return attribution.model_copy(update=ids)


def _found(player: Player) -> FoundActor:
    return FoundActor(id=player.id, name=player.name, kind=player.kind, mentions=tuple(sorted(player.mentions)))


def _record(reading: Reading, player: Player) -> Actor:
    return Actor(
        id=player.id,
        at=_at(reading, min(player.mentions)) if player.mentions else None,
        name=player.name,
        kind=player.kind,
        title=player.title,
        role=player.role,
        affiliation=player.affiliation,
        country=player.country,
        members=tuple(member.id for member in player.members),
        aliases=tuple(player.aliases),
        anonymity=player.anonymity,
        on_record=player.on_record and not _is_nameless(player),
    )


def _is_nameless(player: Player) -> bool:
    """People whom the article does not name: a source without a name, "three residents", "analysts"."""
    return player.kind == "unnamed" or (player.kind == "group" and not player.names and not player.members)


def _at(reading: Reading, span: Span) -> At | None:
    sentence = next((s for s in reading.article.sentences if s.span.holds(span)), None)
    if sentence is None:
        return None
    words = span.cut(reading.article.text)
    return At(article=None, sentence=sentence.id, start=span.start, end=span.end, hash=text_hash(words))
