"""Bodies: all names of one body joined by sure rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from onrecord.extract.gazetteer import country_of, lookup, nation_of_adjective
from onrecord.extract.reading import Reading, is_word, span_of

from .kinds import kind_of_body, listed, seats
from .names import Name
from .stage import Player

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&"})
_FORMS = "group inc corp corporation co company ltd limited plc holdings ag sa nv gmbh as asa ab oy se kg bv spa aps"
_LEGAL = re.compile(rf"(?:\s+(?:llc|{_FORMS.replace(' ', '|')}))+$")
_COMMON = re.compile(r"(?<=\w)(?: (?:newspaper|news|magazine|website|television|radio|news agency))+$")
_US = frozenset({"U.S.", "US", "U.K.", "UK"})
_AMERICAN = {"defence": "defense", "labour": "labor", "organisation": "organization", "centre": "center"}


def find_bodies(reading: Reading, names: Sequence[Name]) -> list[Player]:
    """One player for each body.

    Joined are the same name in another spelling, its initials, a company's first word, and a name with and without its
    country. A word for a kind of body ("the Department") leads back to the one body that bears it.
    """
    players: dict[str, Player] = {}
    generic: list[Name] = []
    for name in (n for n in names if n.label == "body"):
        if _is_generic(name):
            generic.append(name)
            continue
        player = players.setdefault(_key(name.text), _body(name))
        _join(player, name)
    joined = _merge(list(players.values()))
    for name in generic:
        _lead_back(name, joined)
    _join_descriptions(reading, joined)
    return joined


def _body(name: Name) -> Player:
    kind = kind_of_body(list(name.words)) or "organisation"
    player = Player(name.text, kind, country=_country(name.words) or seats("houses").get(name.text.lower()))
    player.heads |= {word.lower() for word in name.words}
    if kind == "company":
        player.heads |= {"company", "firm"}
    return player


def _join(player: Player, name: Name) -> None:
    player.alias(name.text)
    player.names.append(name)
    player.mention(name.span)


def _is_generic(name: Name) -> bool:
    return len(name.words) == 1 and name.text.lower() in listed("generic_bodies")


def _lead_back(name: Name, players: list[Player]) -> None:
    """`The Department` is the one department with a name; a department of its own it is never."""
    word = name.text.lower()
    found = [p for p in players if " " in p.name and word in p.heads and p.order < name.span.start]
    if len(found) == 1:
        found[0].mention(name.span)


def _key(text: str) -> str:
    """What two spellings of one name share."""
    plain = re.sub(r"[^\w ]", "", _COMMON.sub("", text).lower())
    return _LEGAL.sub("", " ".join(_AMERICAN.get(word, word) for word in plain.split()))


def _country(words: Iterable[str]) -> str | None:
    for word in words:
        nation = nation_of_adjective(word.removesuffix("’s").removesuffix("'s"))
        if nation is not None:
            return nation.name
    first = next(iter(words), "")
    return country_of(first) if first in _US else None


def _merge(players: list[Player]) -> list[Player]:
    """The players with those joined that one rule, and one partner only, says are the same."""
    for same in (_is_acronym, _is_first_word, _is_without_country, _is_turned, _is_shortened):
        for player in list(players):
            found = [p for p in players if p is not player and same(player, p)]
            if len(found) == 1:
                _absorb(found[0], player)
                players.remove(player)
    return players


def _absorb(whole: Player, part: Player) -> None:
    for name in part.names:
        _join(whole, name)
    whole.country = whole.country or part.country
    whole.heads |= part.heads


def _is_acronym(short: Player, full: Player) -> bool:
    """`DOJ` is the Department of Justice, `WHO` the World Health Organization."""
    letters = short.name.replace(".", "").replace("&", "")
    if " " in short.name or len(letters) < 2 or not letters[:-1].isupper():
        return False
    words = [w for w in re.split(r"[\s-]+", full.name) if w[:1].isalpha()]
    first = "".join(w[0] for w in words if w.lower() not in _SMALL)
    every = "".join(w[0] for w in words)
    without = "".join(w[0] for w in _without_country(words) if w.lower() not in _SMALL)
    return len(words) > 1 and letters.upper() in {first.upper(), every.upper(), without.upper()}


def _is_first_word(short: Player, full: Player) -> bool:
    """`Acme` is Acme Motors Ltd., `BNP` BNP Paribas, `Labour` the Labour Party, where just one name begins so."""
    words = full.name.split()
    if " " in short.name or len(words) < 2 or words[0] != short.name:
        return False
    return (
        kind_of_body(words[-1:]) == "company"
        or words[-1] == "Party"
        or (short.name.isupper() and kind_of_body(words) is None)
    )


def _is_without_country(short: Player, full: Player) -> bool:
    """`Justice Department` is the U.S. Justice Department, where no other country's is named."""
    bare = _without_country(full.name.split())
    same = len(bare) < len(full.name.split()) and _key(" ".join(bare)) == _key(short.name)
    return same and short.country in {None, full.country}


def _is_turned(short: Player, full: Player) -> bool:
    """`Defense Ministry` is the Ministry of Defense: the one with fewer words before the other."""
    one, other = _fields(short.name), _fields(full.name)
    agree = short.country is None or full.country is None or short.country == full.country
    return one == other and one is not None and agree and short.order > full.order


def _is_shortened(short: Player, full: Player) -> bool:
    """`Holocaust Museum` is the Holocaust Memorial Museum, `Weather Service` the National Weather Service.

    Any other word in front makes another body: the Industrial Bank of Korea is not the Bank of Korea.
    """
    one, other = short.name.split(), full.name.split()
    extra = [w for w in other if w not in one]
    same = 1 < len(one) < len(other) and [w for w in other if w in one] == one and one[-1] == other[-1]
    front = other[0] == one[0] or (other[0] in {"National", "Federal", "Royal"} and "of" not in other)
    return same and front and not any(lookup(w) or nation_of_adjective(w) or not is_word(w.lower()) for w in extra)


def _fields(name: str) -> tuple[str, frozenset[str]] | None:
    """Noun and field of a ministry or department: `Ministry of Defense` and `Defense Ministry` have the same."""
    words = [w.lower().replace("defence", "defense") for w in _without_country(name.split()) if w.lower() not in _SMALL]
    noun = next((w for w in words if w in {"ministry", "department"}), None)
    return (noun, frozenset(words) - {noun}) if noun and len(words) > 1 else None


def _without_country(words: Sequence[str]) -> Sequence[str]:
    if words[0] in _US or nation_of_adjective(words[0]):
        return words[1:]
    return words[2:] if words[:2] == ["United", "States"] else words


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
