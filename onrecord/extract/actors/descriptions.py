"""Whom "the minister", "the company", "the 42-year-old" lead back to: the one actor that fits; nobody where two do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.gazetteer import country_of, nation_of_adjective
from onrecord.extract.reading import span_of

from .kinds import gender_of, is_plural, kinds_of_noun, listed, narrower, noun_of, nouns_of_title
from .scene import SUBJECTS, Scene
from .stage import Player

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_OTHERS = frozenset(
    ["other", "another", "second", "third", "fourth", "next", "latter", "different", "rival", "new", "three"]
)
_PLAIN = frozenset(["the", "a", "an", "former", "new", "then", "current", "late", "acting", "senior", "top", "chief"])
_OF_STATES = frozenset({"government", "administration", "regime"})
_POSSESSIVE = re.compile(r"['’]s\b")
_AGE = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b")


def is_definite(words: Tokens) -> bool:
    """Whether the words point back: "the official", "these sources", "Oslo's mayor"."""
    return words[0].lower_ in _DEFINITE or any(t.tag_ == "POS" and t.head.dep_ == "poss" for t in words)


def led_back(words: Tokens, scene: Scene) -> Player | None:
    """The actor that a definite description means."""
    head = words.root
    work = words[0].text == "The" and not words[0].is_sent_start and words.root.text[:1].isupper()
    if work or not is_definite(words) or any(t.text in _OTHERS and t.head == head for t in words):
        return None
    place = span_of(words).start
    plural = is_plural(head)
    if plural and any(t.lower_ in {"two", "both"} for t in words):
        pairs = [p for p in scene.players if len(p.members) == 2 and scene.before(p, place)]
        return pairs[0] if len(pairs) == 1 else None
    known = [p for p in scene.players if not p.members and scene.before(p, place)]
    known = [p for p in known if p.plural == plural and not _contradicts(p, words)]
    sure = [p for p in known if _bears(p, noun_of(head)) and _is_told_of(p, words)]
    bodies = [p for p in sure if p.names and p.kind not in {"person", "unnamed"}]
    sure = bodies or sure
    if noun_of(head) in _OF_STATES and _is_contested(sure, scene):
        return None
    return _one(sure, scene, place) or (None if plural or sure else _by_nature(known, words, scene))


def _bears(player: Player, noun: str) -> bool:
    """Whether the article calls a player by a noun, or by a narrower one."""
    return noun in player.heads or bool(player.heads & narrower(noun))


def _is_contested(sure: Sequence[Player], scene: Scene) -> bool:
    """Whether another state's government can be meant by "the government" too."""
    countries = {p.country or p.name for p in (*sure, *scene.players) if p in sure or p.name == p.country}
    return len(countries) > 1


def _is_told_of(player: Player, words: Tokens) -> bool:
    """Of sources without a name every word must be known: "the port officials" are not the "officials" before."""
    if player.kind not in {"unnamed", "group", "document"}:
        return True
    said = {t.lower_ for t in words if t != words.root and t.lower_ not in _DEFINITE and t.tag_ != "POS"}
    return said <= set(_POSSESSIVE.sub(" ", f"{player.name} {player.role or ''}".lower()).split())


def _contradicts(player: Player, words: Tokens) -> bool:
    """Whether a word of the description speaks against a player: another country, field, sex or age."""
    sex = gender_of([words.root.text])
    age = _AGE.search(words.text)
    if (sex and player.gender and sex != player.gender) or (age and player.age and int(age[1]) != player.age):
        return True
    countries = {c for t in words if t != words.root and (c := _country(t))}
    if countries and player.country and player.country not in countries:
        return True
    fields = {t.lower_ for t in words if t.dep_ in {"compound", "nmod"} and t.head == words.root}
    fields -= set(noun_of(words.root).split("-"))
    own = _fields_of(player, noun_of(words.root))
    if player.kind not in {"person", "unnamed"}:
        fields |= {t.lower_ for t in words if t.dep_ == "poss" and not _country(t)}
        return bool({f for f in fields if not country_of(f)} - own)
    return bool(fields and own and not fields & own)


def _fields_of(player: Player, noun: str) -> set[str]:
    """The words that say of what field a player is: of a minister the word before the noun, of a body its name."""
    if player.kind not in {"person", "unnamed"}:
        return set(_POSSESSIVE.sub(" ", player.name.lower()).split())
    told = f"{player.role or ''} | {player.title or ''} | {player.name if not player.names else ''}".lower().split()
    return {before for before, word in pairwise(told) if word == noun and before.isalpha() and before not in _PLAIN}


def _country(token: Token) -> str | None:
    nation = nation_of_adjective(token.text)
    if nation is not None:
        return nation.name
    owner = token.dep_ == "poss" or token.text in {"U.S.", "US", "U.K.", "UK"}
    return country_of(token.text) if owner else None


def _one(players: Sequence[Player], scene: Scene, place: int) -> Player | None:
    """The only one; of several the one that is near, where one is; of sources without a name the last."""
    if len(players) < 2:
        return players[0] if players else None
    last = {id(p): max(m.start for m in scene.before(p, place)) for p in players}
    if all(p.kind in {"unnamed", "document", "group"} for p in players):
        return max(players, key=lambda p: last[id(p)])
    for back in (0, 1):
        low = scene.window(place, back=back)
        near = [p for p in players if last[id(p)] >= low]
        if near:
            return near[0] if len(near) == 1 else _speaking(near, scene, place, low)
    return None


def _speaking(players: Sequence[Player], scene: Scene, place: int, low: int) -> Player | None:
    speaker = scene.last_speaker(place, low=low)
    return speaker if speaker in players else None


def _by_nature(players: Sequence[Player], words: Tokens, scene: Scene) -> Player | None:
    """Who fits by what it is, where the article never used the noun: a company, a person of that age or country."""
    head, place = words.root, span_of(words).start
    kinds = kinds_of_noun(noun_of(head))
    if kinds:
        fitting = [p for p in players if p.kind in kinds and not _is_told_otherwise(p)]
        return _one([p for p in fitting if p.name.lower() not in {head.lower_}], scene, place)
    if not _is_of_person(words) or _is_of_body(words):
        return None
    low = scene.window(place, back=1)
    told = _is_attribute(words)
    people = [p for p in players if p.kind == "person" and p.names and (told or _is_untold(p))]
    people = [p for p in people if _is_on_stage(p, scene, place, low)]
    return people[0] if len(people) == 1 else _speaking(people, scene, place, low)


def _is_of_body(words: Tokens) -> bool:
    """`The Acme leader`: only who is told to belong to Acme can be meant, not just anybody on the stage."""
    front = [t for t in words if t.head == words.root and t.dep_ in {"compound", "nmod"} and t.pos_ == "PROPN"]
    return any(not _country(t) and not country_of(t.text) for t in front)


def _is_untold(player: Player) -> bool:
    """Whether the article has not yet said what calling a player has."""
    if player.role is not None and not player.learned:
        return False
    return player.title is None or not nouns_of_title(player.title) - {"doctor", "physician"}


def _is_on_stage(player: Player, scene: Scene, place: int, low: int) -> bool:
    """Whether a player was the subject of a sentence, or spoke, since `low`."""
    near = [m for m in scene.before(player, place) if m.start >= low and not scene.is_quoted(m)]
    acted = any(scene.role(m) in SUBJECTS for m in near)
    return acted or any(low <= at < place and who is player for at, who in scene.spoken)


def _is_told_otherwise(player: Player) -> bool:
    """A body whose name ends in a noun for what it is is not called by another noun: a union is no agency."""
    return player.kind != "company" and player.name.split()[-1].lower() in listed("generic_bodies")


def _is_of_person(words: Tokens) -> bool:
    """A noun of public life, a person of a country, or of an age."""
    return _is_attribute(words) or noun_of(words.root) in listed("public")


def _is_attribute(words: Tokens) -> bool:
    """What someone is beside any calling: "the Frenchman", "the 42-year-old", "the billionaire"."""
    head = words.root
    people = country_of(head.text) is not None and (head.tag_ == "NN" or head.text.endswith(("man", "woman")))
    return people or _AGE.search(words.text) is not None or noun_of(head) in listed("attributes")
