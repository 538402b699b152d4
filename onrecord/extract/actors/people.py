"""People: all names of one person joined to the fullest one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .kinds import gender_of, nouns_of_title
from .names import Name
from .persons import gender_of_name
from .stage import Player

_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "da",
        "di",
        "du",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "dos",
        "jr.",
        "sr.",
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
    ]
)


def find_people(names: Iterable[Name]) -> list[Player]:
    """One player for each person. A surname alone joins a full name only where exactly one has it."""
    people = [n for n in names if n.label == "person"]
    players: dict[str, Player] = {}
    for name in sorted(people, key=lambda n: (-len(n.words), n.start)):
        if len(name.words) > 1:
            player = _known(players, name) or players.setdefault(name.text, Player(name.text, "person"))
            _join(player, name)
    for name in people:
        if len(name.words) == 1:
            owners = _owners(players, name)
            if not owners:
                owners = [players.setdefault(name.text, Player(name.text, "person"))]
            if len(owners) == 1:
                _join(owners[0], name)
    return list(players.values())


def _known(players: dict[str, Player], name: Name) -> Player | None:
    """The one player whose full name is the same but for initials, a middle name, or the given names."""
    found = [p for p in players.values() if _same(p.name.split(), list(name.words)) and not _is_elder(name, p)]
    found = found or [p for p in players.values() if _is_end_of(list(name.words), p.name.split())]
    return found[0] if len(found) == 1 else None


def _same(one: list[str], other: list[str]) -> bool:
    """`John F. Smith` and `John Smith`; never `Ana Ruiz` and `Ada Ruiz`."""
    return one == other or (one[0] == other[0] and _surname(one) == _surname(other) and len(one) != len(other))


def _is_elder(name: Name, player: Player) -> bool:
    """Whether who is brought in without a "Jr." is another than he who has one later: a father and his son."""
    return _is_younger(player.name.split()) and not _is_younger(list(name.words)) and name.span.start < player.order


def _is_younger(words: list[str]) -> bool:
    return words[-1].lower().rstrip(".") in {"jr", "ii", "iii", "iv"}


def _is_end_of(short: list[str], full: list[str]) -> bool:
    """`Van Dyke` is Jason Van Dyke, `Lopez Obrador` Andres Manuel Lopez Obrador."""
    return 1 < len(short) < len(full) and full[-len(short) :] == short


def _surname(words: list[str]) -> str:
    kept = [w for w in words if w.lower() not in {"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"}]
    return kept[-1] if kept else words[-1]


def _bare(surname: str) -> str:
    """`al-Sanea` and `Sanea` are one surname."""
    return re.sub(r"^(?:al|el|ad|as|at|ul)[- ]", "", surname, flags=re.I)


def _owners(players: dict[str, Player], name: Name) -> list[Player]:
    """Those whose surname it is; of several the only one met so far, or the one whose title stands before it."""
    word = name.words[0]
    full = [p for p in players.values() if " " in p.name]
    found = [p for p in full if _surname(p.name.split()) == word]
    found = found or [p for p in full if _bare(_surname(p.name.split())) == _bare(word)]
    before = [p for p in found if p.order < name.span.start]
    if len(found) > 1 and len(before) == 1 and not name.title:
        return before
    elder = [p for p in before if not _is_younger(p.name.split())]
    if len(found) > 1 and len(elder) == 1 and len(before) > 1 and _is_only_younger(found, elder[0]):
        return elder
    if len(found) > 1 and name.title:
        found = [p for p in found if p.title == name.title]
        return found if len(found) == 1 else [Player(name.text, "person")]
    if found:
        return found
    first = [p for p in full if p.name.split()[0] == word] or [p for p in full if word in p.name.split()]
    return first if first else [p for p in players.values() if p.name == word]


def _is_only_younger(players: list[Player], elder: Player) -> bool:
    """Whether all the others are the elder's namesakes with a "Jr."."""
    return all(
        p is elder or (_is_younger(p.name.split()) and p.name.split()[0] == elder.name.split()[0]) for p in players
    )


def _join(player: Player, name: Name) -> None:
    if len(name.words) > len(player.name.split()):
        shorter, player.name = player.name, name.text
        player.alias(shorter)
    player.alias(name.text)
    player.names.append(name)
    player.mention(name.span)
    player.title = player.title or name.title
    player.gender = player.gender or gender_of((name.title or "").split()) or gender_of_name(name.words)
    player.heads |= nouns_of_title(name.title or "")
