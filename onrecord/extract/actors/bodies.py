"""Bodies and states: names of one body joined by sure rules; capitals and seats joined to their state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from onrecord.extract.gazetteer import country_of, nation_of_adjective, nations
from onrecord.extract.reading import Reading, span_of

from .kinds import kind_of_body, seats
from .names import Name
from .stage import Player

_ACTING = frozenset({"nsubj", "agent", "nsubjpass"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de"})


def find_bodies(reading: Reading, names: Sequence[Name]) -> list[Player]:
    """One player for each body. Joined: the same name, its initials, the acronym in brackets behind it."""
    players: dict[str, Player] = {}
    for name in names:
        if name.label != "body":
            continue
        key = _key(name.text)
        acronym = next((p for p in players.values() if _is_acronym(name.words, p)), None)
        player = acronym or players.get(key) or _company_of(name, players) or players.setdefault(key, _body(name))
        player.alias(name.text)
        player.names.append(name)
        player.mention(name.span)
    _join_descriptions(reading, list(players.values()))
    return list(players.values())


def _company_of(name: Name, players: dict[str, Player]) -> Player | None:
    """`Acme` is Acme Motors Ltd., where just one company's name begins so."""
    if len(name.words) > 1:
        return None
    found = [p for p in players.values() if p.kind == "company" and p.name.split()[0] == name.text]
    return found[0] if len(found) == 1 else None


def _body(name: Name) -> Player:
    kind = kind_of_body(list(name.words)) or "organisation"
    player = Player(name.text, kind, country=_country(name.words) or seats("houses").get(name.text.lower()))
    player.heads |= {word.lower() for word in name.words}
    if kind == "company":
        player.heads |= {"company", "firm"}
    return player


def _key(text: str) -> str:
    plain = re.sub(r"[^\w ]", "", text.lower())
    return re.sub(r"(?:\s+(?:group|inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|sa|nv|gmbh))+$", "", plain)


def _country(words: Iterable[str]) -> str | None:
    for word in words:
        nation = nation_of_adjective(word.removesuffix("’s").removesuffix("'s"))
        if nation is not None:
            return nation.name
    first = next(iter(words), "")
    return country_of(first) if first in {"U.S.", "US", "U.K.", "UK"} else None


def _is_acronym(words: tuple[str, ...], player: Player) -> bool:
    letters = words[0].replace(".", "")
    if len(words) != 1 or len(letters) < 2 or not letters.isupper():
        return False
    parts = [w for w in player.name.split() if w.lower() not in _SMALL]
    return len(parts) > 1 and "".join(p[0] for p in parts).upper() == letters


def _join_descriptions(reading: Reading, players: list[Player]) -> None:
    """`the Russian ministry` is the one ministry with a name that is Russian."""
    for token in reading.body():
        adjective = _adjective(token)
        if adjective is None:
            continue
        country = nation_of_adjective(adjective.text)
        named = [p for p in players if country and p.country == country.name and token.lower_ in p.heads]
        if len(named) == 1:
            words = token.doc[adjective.i : token.i + 1]
            named[0].mention(span_of(words))
            named[0].alias(words.text)


def _adjective(noun: Token) -> Token | None:
    """The adjective of a country right before a lower-case noun for a body."""
    if noun.pos_ != "NOUN" or not kind_of_body([noun.text]) or noun.i == 0:
        return None
    before = noun.nbor(-1)
    return before if before.text[:1].isupper() and nation_of_adjective(before.text) else None


def find_states(doc: Doc, names: Sequence[Name]) -> list[Player]:
    """One player for each state that acts or speaks, under its name or its seat's."""
    groups: dict[str, list[Name]] = {}
    for name in names:
        if name.country and _names_state(doc, name):
            groups.setdefault(name.country, []).append(name)
    players = []
    for country, mentions in groups.items():
        if not any(_acts(doc, n) for n in mentions):
            continue
        player = Player(country, "government", country=country)
        for name in mentions:
            player.alias(name.text)
            player.names.append(name)
            player.mention(name.span)
        players.append(player)
    return players


def _names_state(doc: Doc, name: Name) -> bool:
    """A country's name; a capital only where it acts; the noun for its people only in the plural."""
    head = doc[name.start : name.end].root
    if name.label == "people":
        return head.pos_ in {"PROPN", "NOUN"} and head.text.endswith("s") and head.dep_ in _ACTING | {"conj", "pobj"}
    if head.dep_ in {"compound", "amod", "nmod"}:
        return False
    if _is_seat(name):
        return _is_actor_word(head)
    return True


def _is_seat(name: Name) -> bool:
    from_gazetteer = country_of(name.text)
    return name.text.lower() in seats("seats") or (
        from_gazetteer is not None and _is_capital(name.text, from_gazetteer)
    )


def _is_capital(word: str, country: str) -> bool:
    nation = next((n for n in nations().values() if n.name == country), None)
    return nation is not None and word.lower() in {c.lower() for c in nation.capitals}


def _is_actor_word(head: Token) -> bool:
    """A subject, an owner, or one of two joined to such: "ties between Oslo and Rome"."""
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in _ACTING | {"poss"} or (head.dep_ == "pobj" and head.head.lower_ in {"between", "by"})


def _acts(doc: Doc, name: Name) -> bool:
    head = doc[name.start : name.end].root
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in _ACTING and head.head.pos_ == "VERB"
