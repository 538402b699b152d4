"""Who says so: a fact's source and relay are those that the article gives for its words."""

from __future__ import annotations

from onrecord.model import ARTICLE, Actor, FoundAttribution, Span

from .evidence import Evidence, Passage, called
from .lexicons import lexicon
from .names import borne, points_back
from .words import plain, stem, words

_EMPTY = frozenset(lexicon()["empty"])
_MOST = 0.8
"""What share of a fact's words must be somebody's content for the fact to be theirs."""
_TELLING = ("say", "deny", "accuse", "promise", "believe")


def check_voices(evidence: Evidence) -> None:
    """Report facts whose source, or relay, is another than the article gives."""
    for passage in evidence.passages:
        told = _told(evidence, passage.span)
        if passage.fact.source == ARTICLE:
            _own_voice(evidence, passage, told)
        else:
            _source(evidence, passage, told)
            _relay(evidence, passage, told)


def _told(evidence: Evidence, span: Span) -> list[FoundAttribution]:
    """The attributions that a stretch is part of, or that it tells whole."""
    return [
        one
        for one in evidence.found.attributions
        if one.source and (_share(one, span) > 0 or all(span.holds(part) for part in one.cue))
    ]


def _share(one: FoundAttribution, span: Span) -> float:
    shared = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in one.content)
    return shared / max(1, span.end - span.start)


def _own_voice(evidence: Evidence, passage: Passage, told: list[FoundAttribution]) -> None:
    for one in told if passage.fact.cue is None else ():  # a cue says that nobody is named
        actor = evidence.desk.dossier.actors.get(one.actor or "")
        if actor and one.sense in _TELLING and _is_theirs(one, passage, actor):
            said = f"told in the article's own voice; the article gives {actor.name} as its source"
            mend = f"write 'source: {actor.id}'"
            evidence.doubt(passage, "source", "source", said=said, mend=mend)
            return


def _is_theirs(one: FoundAttribution, passage: Passage, actor: Actor) -> bool:
    """Whether a fact tells what somebody says, and not that somebody says it: "the ministry warned"."""
    cue = any(passage.span.overlaps(part) for part in one.cue)
    if any(passage.span.overlaps(part) for part in one.source):
        return _share(one, passage.span) >= _MOST and not _is_called(actor, passage.fact.text)
    text = passage.fact.text
    named = _is_called(actor, text) or points_back(actor, text)
    return (cue or _share(one, passage.span) >= _MOST) and not (cue and named)


def _source(evidence: Evidence, passage: Passage, told: list[FoundAttribution]) -> None:
    actor = evidence.desk.dossier.actors.get(passage.fact.source)
    if actor is None or any(_is_source(evidence, actor, one) for one in told):
        return
    if not told and (borne(evidence, passage, actor) or _is_called(actor, f"{passage.paragraph} {passage.before}")):
        return
    others = list(dict.fromkeys(plain(_cut(evidence, one)) for one in told))
    known = [one.actor for one in told if one.actor in evidence.desk.dossier.actors]
    said = f"the article does not give {actor.name} as the source of these words"
    mend = f"it gives {' and '.join(others)}" if others else "nobody of that name stands near"
    mend += f": write 'source: {known[0]}'" if known else ""
    evidence.doubt(passage, "source", "source", said=said, mend=mend)


def _is_source(evidence: Evidence, actor: Actor, one: FoundAttribution) -> bool:
    members = {actor.id, *actor.members}
    if one.actor in members or one.via in members:
        return True
    known = one.actor in evidence.desk.dossier.actors
    return _is_called_so(actor, _cut(evidence, one)) if known else _is_called(actor, _cut(evidence, one))


def _cut(evidence: Evidence, one: FoundAttribution) -> str:
    return " ".join(span.cut(evidence.article.text) for span in one.source)


def _is_called_so(actor: Actor, text: str) -> bool:
    """Whether a text and one of the actor's names are the same words, or one is part of the other."""
    held = _meant(text)
    return any(bool(mine and held) and (mine <= held or held <= mine) for mine in map(_meant, called(actor)))


def _meant(text: str) -> set[str]:
    return {stem(word) for word in words(text) if word not in _EMPTY}


def _is_called(actor: Actor, text: str) -> bool:
    """Whether a text has a word of the actor's names: of a person's the last, of others any that means something."""
    held = {stem(word) for word in words(text)}
    if actor.kind == "person":
        return any(stem(words(name)[-1]) in held for name in called(actor) if words(name))
    return any(stem(word) in held for name in called(actor) for word in words(name) if word not in _EMPTY)


def _outer(inner: FoundAttribution, told: list[FoundAttribution]) -> str:
    """The id of somebody else in whose words an attribution stands whole; empty where nobody."""
    outer = next(
        (
            one.actor
            for one in told
            if one.actor not in (None, inner.actor)
            and one.sense == "say"
            and all(any(part.holds(cue) for part in one.content) for cue in (*inner.cue, *inner.source))
        ),
        None,
    )
    return outer or ""


def _relay(evidence: Evidence, passage: Passage, told: list[FoundAttribution]) -> None:
    fact, actors = passage.fact, evidence.desk.dossier.actors
    mine = [one for one in told if one.actor == fact.source]
    relays = [name for one in mine if (name := one.via or _outer(one, told)) in actors]
    relay = actors.get(fact.via or "")
    if relays and fact.via is None and len(relays) == len(mine):
        relay = actors[relays[0]]
        said = f"{relay.name} passed this on; the fact does not say so"
        evidence.doubt(passage, "relay", "source", said=said, mend=f"add 'via: {relay.id}'")
    elif relay and relay.id not in relays and not borne(evidence, passage, relay):
        said = f"the article does not say that {relay.name} passed this on"
        evidence.doubt(
            passage, "relay", "via", said=said, mend="name the relay that the article names, or remove 'via'"
        )
