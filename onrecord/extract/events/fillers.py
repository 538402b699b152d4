"""Who did it, to whom, to what, with what: the roles of a violent event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from .kinds import is_weapon, kind_of, listed
from .parts import agents, objects, patients, with_joined
from .phrase import name_of, phrase_of
from .scene import Scene

_USING = frozenset({"using", "throwing", "hurling", "firing"})
Names = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Fillers:
    """The fillers of one event's roles; each entity is the tuple of its names as printed."""

    perpetrators: Names = ()
    perpetrator_organisations: Names = ()
    targets: Names = ()
    victims: Names = ()
    weapons: Names = ()

    def as_fields(self) -> dict[str, Names]:
        """The roles by the names of the event's fields."""
        return dict(vars(self))

    def joined(self, other: Fillers) -> Fillers:
        """The fillers of two tellings of one event, each name once."""
        mine, theirs = self.as_fields(), other.as_fields()
        return Fillers(**{role: tuple(dict.fromkeys((*mine[role], *theirs[role]))) for role in mine})


def fillers_of(word: Token, scene: Scene) -> Fillers:
    """The fillers of the roles around one event word."""
    doers = list(with_joined(agents(word)))
    done_to = list(with_joined(patients(word)))
    return Fillers(
        perpetrators=_unique(phrase_of(t, scene) for t in doers if _is_doer(t, scene)),
        perpetrator_organisations=_unique(o for t in doers for o in _bodies(t, scene)),
        targets=_unique(phrase_of(t, scene, counted=False) for t in done_to if _is_target(t, word, scene)),
        victims=_unique(_victim(t, word, scene) for t in done_to),
        weapons=_unique(phrase_of(t, scene, counted=False) for t in weapons_of(word, scene)),
    )


def weapons_of(word: Token, scene: Scene) -> Iterator[Token]:
    """What an event is done with: what goes off, is thrown, strikes, or stands behind "with", "using" or before it."""
    for child in word.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "compound", "amod", "nmod"):
            yield from (t for t in (child, *child.conjuncts) if is_weapon(t) or _strikes(t, word, scene))
        if child.dep_ in ("advcl", "acl", "prep", "conj") and child.lower_ in _USING:
            yield from (t for c in child.children if c.dep_ in ("dobj", "pobj") for t in (c, *c.conjuncts))
    means = (t for p in objects(word, "with", "by", "of", "from") for t in (p, *p.conjuncts))
    yield from (t for t in means if _is_means(t, scene))


def _strikes(token: Token, word: Token, scene: Scene) -> bool:
    """Whether a machine is what attacks: "long-range bombers struck the town"."""
    return token.dep_ == "nsubj" and _is_machine(token, scene) and kind_of(word) in ("attack", "bombing", "clash")


def _is_machine(token: Token, scene: Scene) -> bool:
    return token.i in scene.armed_at or any(c.i in scene.armed_at for c in token.children if c.dep_ == "compound")


def _is_means(token: Token, scene: Scene) -> bool:
    return is_weapon(token) or (token.i in scene.armed_at and token.pos_ in ("NOUN", "PROPN"))


def _unique(names: Iterable[str | None]) -> Names:
    """Each name once, as an entity of one name."""
    return tuple((name,) for name in dict.fromkeys(names) if name)


def _is_doer(token: Token, scene: Scene) -> bool:
    """Whether a word names people who can do violence."""
    before = [c for c in token.children if c.i < token.i]
    if is_weapon(token) or _is_machine(token, scene) or any(c.lower_ == "no" for c in before):
        return False
    if any(kind_of(t) is not None for t in (token, *before) if t.pos_ in ("NOUN", "PROPN")):
        return False
    low = token.lemma_.lower()
    people = listed("harm", "armed") | listed("harm", "anybody") | listed("harm", "human")
    return low in people or scene.is_person(token)


def _bodies(doer: Token, scene: Scene) -> Iterator[str | None]:
    """The body an agent is, or the one that its name begins with or belongs to: "FARC guerrillas", "members of ..."."""
    if any(c.lower_ == "no" for c in doer.children):
        return
    if _is_body(doer, scene):
        yield _body_name(doer, scene)
    if doer.lemma_.lower() in listed("harm", "parts"):
        yield from (_body_name(p, scene) for p in objects(doer, "of", "from") if _is_body(p, scene))
    if doer.lemma_.lower() in listed("harm", "armed") | listed("harm", "parts"):
        before = [c for c in doer.children if c.dep_ in ("compound", "nmod", "amod", "poss")]
        yield from (_body_name(c, scene) for c in before if scene.is_body(c) or _is_acronym(c))


def _is_body(token: Token, scene: Scene) -> bool:
    low = token.lemma_.lower()
    if low in listed("harm", "armed") and token.pos_ != "PROPN":
        return False
    if scene.is_body(token) or _is_acronym(token):
        return True
    if low in listed("harm", "generic"):
        own = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.pos_ in ("PROPN", "ADJ")]
        return bool(own)
    return low in listed("harm", "organisations")


def _body_name(token: Token, scene: Scene) -> str | None:
    """A body's own name where it has one; otherwise the words it is called by."""
    actor = scene.actor_at.get(token.i)
    if actor is not None and actor.kind in ("organisation", "armed-group", "company"):
        return actor.name
    named = (scene.actor_at.get(c.i) for c in token.children if c.dep_ in ("compound", "nmod", "amod", "appos"))
    own = next((a for a in named if a is not None and a.kind == "armed-group"), None)
    return own.name if own else phrase_of(token, scene)


def _is_acronym(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text.isalpha() and token.text.isupper() and len(token.text) > 2


def _is_target(token: Token, word: Token, scene: Scene) -> bool:
    """Whether a word names a thing that was hit; a body's name stands for its seat where it is attacked."""
    if is_weapon(token) or (token.i in scene.armed_at and token.dep_ == "compound"):
        return False
    if token.lemma_.lower() in listed("harm", "things"):
        return True
    attacked = word.lemma_.lower() not in listed("harm", "victims") or word.lemma_.lower() in ("attack", "assault")
    return attacked and scene.is_body(token) and not scene.is_person(token)


def _victim(token: Token, word: Token, scene: Scene) -> str | None:
    """The name of a person it was done to; those only counted are casualties, not names."""
    if token.i in scene.place_at and not scene.is_person(token):
        return None
    if scene.is_person(token) and kind_of(word) != "bombing":
        return name_of(token, scene)
    animate = word.lemma_.lower() in listed("harm", "animate")
    named = token.pos_ == "PROPN" and not _is_acronym(token) and token.ent_type_ not in ("NORP", "DATE")
    if animate and named and not scene.is_body(token):
        return name_of(token, scene)
    return None
