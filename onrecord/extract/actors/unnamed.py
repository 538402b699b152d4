"""Sources without a name: told apart by article and number, led back to by "the"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.gazetteer import country_of, nation_of_adjective
from onrecord.extract.reading import span_of
from onrecord.model import ActorKind

from .kinds import gender_of, kind_of_body, listed
from .stage import Player

_ENDS = frozenset({",", "(", "—", ";", ":"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


def is_definite(words: Tokens) -> bool:
    """Whether the words point back: "the official", "these sources"."""
    return words[0].lower_ in _DEFINITE


def is_person_noun(token: Token) -> bool:
    """Whether a noun means a person or people."""
    return (
        token.lemma_.lower() in listed("people")
        or token.lower_ in listed("groups")
        or token.lemma_.lower() in listed("groups")
    )


def pointed_at(words: Tokens, players: Sequence[Player]) -> Player | None:
    """Who "the analyst", "the officials" lead back to: the last one before it with that noun; None if nobody is."""
    head = words.root
    plural = head.tag_ in {"NNS", "NNPS"}
    place = span_of(words).start
    known = [
        p
        for p in players
        if head.lemma_.lower() in p.heads and p.plural == plural and any(m.start < place for m in p.mentions)
    ]
    extra = {t.lower_ for t in words[1:]} - {head.lower_}
    if extra:
        known = [p for p in known if extra <= {w.lower() for w in f"{p.name} {p.role or ''}".split()}]
    return max(known, key=lambda p: max(m.start for m in p.mentions if m.start < place), default=None)


def newcomer(words: Tokens) -> Player | None:
    """A player for words that name nobody; None for words that mean no source."""
    head = words.root
    kind = _kind(head, words)
    if kind is None:
        return None
    name = _printed(words)
    player = Player(name, kind, country=_country(words), gender=gender_of([head.text]))
    player.plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in listed("groups")
    player.heads.add(head.lemma_.lower())
    player.mention(span_of(words))
    return player


def _kind(head: Token, words: Tokens) -> ActorKind | None:
    lemma = head.lemma_.lower()
    if lemma in listed("unnamed"):
        office = any(t.tag_ == "POS" or t.dep_ == "poss" for t in words) and head.tag_ == "NN"
        return "person" if office or _is_office(head, words) else "unnamed"
    if is_person_noun(head):
        plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in listed("groups")
        return "group" if plural else "person" if is_definite(words) else "unnamed"
    if lemma in listed("documents"):
        return "document"
    return kind_of_body([head.text])


def _is_office(head: Token, words: Tokens) -> bool:
    """`the prime minister`: one person holds it, so it is no anonymous source."""
    return is_definite(words) and head.lemma_.lower() == "minister"


def _printed(words: Tokens) -> str:
    end = next(
        (
            t.i
            for t in words
            if t.i > words.root.i and (t.dep_ in {"acl", "relcl"} or t.tag_ == "WP" or t.text in _ENDS)
        ),
        words.end,
    )
    text = " ".join(words.doc[words.start : end].text.split())
    first, _, rest = text.partition(" ")
    return rest if first.lower() in {"a", "an", "the", "one", "another", "some"} and rest else text


def _country(words: Tokens) -> str | None:
    for token in words:
        nation = nation_of_adjective(token.text)
        if nation is not None:
            return nation.name
        if token.pos_ == "PROPN" and token.dep_ in {"poss", "compound", "nmod"} and country_of(token.text):
            return country_of(token.text)
    return None
