"""Who is described before being named: "the local police chief" is the Police Chief of two paragraphs later."""

from __future__ import annotations

from collections.abc import Sequence

from .stage import Player

_JOINED = frozenset({"person", "government", "organisation"})
_LOOSE = frozenset(
    ["local", "former", "top", "current", "acting", "new", "national", "federal", "then", "of", "the", "for"]
)


def join_foretold(players: list[Player]) -> dict[int, Player]:
    """Joins each definite description to the one person named later who has that office; which player became which."""
    became: dict[int, Player] = {}
    for told in [p for p in players if p.kind in _JOINED and p.definite and not p.names]:
        same = [p for p in players if p.names and p.order > told.order and _is_same(told, p)]
        if len(same) == 1 and not any(_is_same(told, p) for p in players if p.names and p is not same[0]):
            _absorb(same[0], told)
            became[id(told)] = same[0]
            players.remove(told)
    return became


def _is_same(told: Player, named: Player) -> bool:
    """Whether a person has the office, or a body is of the kind, with all that the description says of it."""
    if named.kind != told.kind or not told.heads & named.heads:
        return False
    if told.country and named.country and told.country != named.country:
        return False
    known = _words(f"{named.name} {named.role or ''} {named.title or ''} {named.affiliation or ''}")
    return _words(told.name) - told.heads - _LOOSE <= known


def _words(text: str) -> set[str]:
    return set(text.lower().replace("’s", " ").replace("'s", " ").split())


def _absorb(named: Player, told: Player) -> None:
    for mention in told.mentions:
        named.mention(mention)
    named.heads |= told.heads
    named.country = named.country or told.country


def now(player: Player | None, became: dict[int, Player]) -> Player | None:
    """The player that a player has become."""
    return became.get(id(player), player) if player is not None else None


def rename_members(players: Sequence[Player], became: dict[int, Player]) -> None:
    """Groups keep those whom their members have become."""
    for player in players:
        player.members = [became.get(id(m), m) for m in player.members]
