"""Events by the words that tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.model import FoundEvent

from ..reading import span_of
from .casualties import harm_at
from .draft import Draft
from .fillers import fillers_of
from .kinds import is_violent, kind_of
from .mode import mode_of
from .parts import agents, charged, is_only_named, patients, with_joined
from .same import is_fight, join_effects, join_tellings, receiver
from .scene import Scene
from .setting import is_earlier, places_of, time_of


def find_events(scene: Scene) -> tuple[FoundEvent, ...]:
    """Every event the body tells of, in text order, each once.

    People and things are named as the article prints them. Roles of violence are filled for what happened or is
    alleged; what is planned, denied or only thought of has no victims yet.
    """
    drafts: list[Draft] = []
    for number, (sentence, tokens) in enumerate(scene.reading.sentences):
        fresh = [d for d in (_draft(t, tokens, scene, (sentence.id, number)) for t in tokens) if d is not None]
        drafts += fresh
        _count(tokens, scene, drafts, number)
        joined = join_effects(fresh)
        drafts = [d for d in drafts if d.number != number or d in joined]
    printed = scene.reading.article.published
    published = date.fromisoformat(printed) if printed else None
    return tuple(_record(draft, published) for draft in join_tellings(drafts))


def _draft(word: Token, tokens: Tokens, scene: Scene, place: tuple[str, int]) -> Draft | None:
    kind = kind_of(word)
    if kind is None:
        return None
    if kind in ("crime", "killing") and is_only_named(word):
        return None
    mode = mode_of(word, scene)
    if mode == "happened" and is_violent(word, kind) and any(charged(word)):
        mode = "alleged"  # who claims it or is charged with it says or denies that it was so
    draft = Draft(word, kind, *place, mode=mode)
    draft.when = time_of(word, tokens, scene)
    draft.where = places_of(word, tokens, scene)
    doers, done_to = (list(with_joined(found)) for found in (agents(word), patients(word)))
    draft.agents, draft.recipients = _ids(doers, scene), _ids(done_to, scene)
    if is_violent(word, kind) and mode in ("happened", "alleged"):
        draft.fight = kind == "clash" or is_fight(done_to)
        if draft.fight:
            draft.type = "clash" if kind == "attack" else kind
        else:
            draft.fillers = fillers_of(word, scene)
    return draft


def _ids(tokens: Sequence[Token], scene: Scene) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scene.actor_at[t.i].id for t in tokens if t.i in scene.actor_at))


def _count(tokens: Tokens, scene: Scene, drafts: list[Draft], number: int) -> None:
    """Gives each count of people harmed in a sentence to its event."""
    for harm in (h for token in tokens for h in harm_at(token, scene)):
        draft = receiver(harm, drafts, number=number)
        if draft is None or draft.mode not in ("happened", "alleged"):
            continue
        kept = draft.losses if harm.fighters or draft.fight else draft.casualties
        if harm.casualties not in kept:
            kept.append(harm.casualties)


def _record(draft: Draft, published: date | None) -> FoundEvent:
    return FoundEvent(
        type=draft.type,
        span=span_of(draft.word),
        sentence=draft.sentence,
        told=tuple(sorted(set(draft.told))),
        mode=draft.mode,
        earlier=is_earlier(draft.word, draft.when, published),
        agents=draft.agents,
        recipients=draft.recipients,
        when=draft.when,
        where=draft.where,
        casualties=tuple(draft.casualties),
        losses=tuple(draft.losses),
        **draft.fillers.as_fields(),
    )
