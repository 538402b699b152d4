"""Sources without a name: what they are, and by which words they go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.gazetteer import country_of, nation_of_adjective
from onrecord.extract.reading import span_of
from onrecord.model import ActorKind

from .descriptions import is_definite
from .kinds import gender_of, is_calling, is_plural, kind_of_body, kinds_of_noun, listed, noun_of
from .stage import Player

_ENDS = frozenset({",", "(", "—", ";", ":"})
_PLAIN = frozenset({"a", "an", "the", "one", "another", "some", "this", "that", "these", "those"})
_VERBAL = frozenset({"acl", "relcl", "advcl", "appos"})


def is_person_noun(token: Token) -> bool:
    """Whether a noun means a person or people."""
    noun = noun_of(token)
    return is_calling(noun) or noun in listed("groups") or token.lower_ in listed("groups")


def newcomer(words: Tokens, *, owner: Player | None = None, body: Player | None = None) -> Player | None:
    """A player for words that name nobody; None for words that mean no source.

    `owner` is whom "his" or "its" in front means, `body` the one that the words say it belongs to.
    """
    head = words.root
    kind = _kind(head, words) if words[0].tag_ != "WP$" else None
    if kind is None:
        return None
    player = Player(_printed(words, owner), kind, country=_country(words), gender=gender_of([head.text]))
    player.plural = is_plural(head) or head.lower_ in listed("groups")
    player.heads.add(noun_of(head))
    belongs = owner or body
    player.affiliation = belongs.name if belongs is not None and kind != "document" else None
    player.definite = is_definite(words)
    player.mention(span_of(words))
    return player


def same_words(player: Player, players: Sequence[Player]) -> Player | None:
    """Who goes by the same words already, where they mean all of a kind: "witnesses", never "an aide"."""
    whole = player.plural and not any(c.isdigit() for c in player.name) and player.name.split()[0].lower() not in _SOME
    if player.kind == "unnamed" and not whole:
        return None
    if player.kind == "document" and not player.plural:
        return None
    return next((p for p in players if p.kind == player.kind and p.name.lower() == player.name.lower()), None)


_SOME = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "other", "both", "most"]
)


def _kind(head: Token, words: Tokens) -> ActorKind | None:
    lemma = noun_of(head)
    plural = is_plural(head) or head.lower_ in listed("groups")
    if lemma in {"people", "person"} and {t.lower_ for t in words} & {"familiar", "briefed", "knowledge", "close"}:
        return "unnamed"
    if plural and lemma in listed("documents"):
        return "document"
    if lemma in listed("unnamed"):
        return "person" if not plural and _is_office(head, words) else "unnamed"
    if is_person_noun(head):
        return "group" if plural else "person" if is_definite(words) else "unnamed"
    if lemma in listed("documents"):
        return "document"
    body = kind_of_body([t.text for t in words if t == head or (t.head == head and t.dep_ == "compound")])
    nature = kinds_of_noun(lemma)
    if body or nature:
        return body or ("group" if plural else min(nature))
    if _DOER.search(lemma) and lemma not in listed("things") and head.tag_ in {"NN", "NNS"}:
        return "group" if plural else "person" if is_definite(words) else "unnamed"
    return None


_DOER = re.compile(r"(?:\w{2}(?:er|or|ee|ist|ian|eur|ster)|man|woman|person)$")
"""How English names whoever does a thing: attendee, beekeeper, cellist. What speaks and is called so is a person."""


def _is_office(head: Token, words: Tokens) -> bool:
    """`Denmark's minister`, `the prime minister`: one person holds it, so it is no anonymous source."""
    if noun_of(head) in {"spokesman", "spokeswoman", "spokesperson", "official", "source", "aide", "insider"}:
        return False
    owned = any(t.tag_ == "POS" or t.dep_ == "poss" for t in words)
    return owned or (is_definite(words) and noun_of(head) == "minister")


def _printed(words: Tokens, owner: Player | None) -> str:
    """The words by which a source goes: up to its first clause or comma, with a name for "his" and "its"."""
    start = words.start + (words[0].tag_ == "PRP$")
    end = next((t.i for t in words if t.i > words.root.i and _is_end(t)), words.end)
    text = " ".join(words.doc[start : max(end, words.root.i + 1)].text.split()).strip('“”"‘’ ')
    if words[0].tag_ == "PRP$":
        return (
            f"{owner.name}{'’' if owner.plural and owner.name.endswith('s') else '’s'} {text}"
            if owner is not None
            else text
        )
    text = text.removesuffix("’s").removesuffix("'s")
    first, _, rest = text.partition(" ")
    return rest if first.lower() in _PLAIN and rest else text


def _is_end(token: Token) -> bool:
    verbal = token.dep_ in _VERBAL or token.tag_ in {"WP", "WDT", "VBG", "VBD", "TO", "PRP"}
    adverb = token.tag_ == "RB" and token.i + 1 < len(token.doc) and token.nbor(1).tag_ in {"VBG", "VBN", "VBD"}
    return verbal or adverb or token.text in _ENDS or token.lower_ in {"as", "such"}


def _country(words: Tokens) -> str | None:
    """The one country that the words name; of two countries none."""
    found = {c for token in words if (c := _country_at(token))}
    return found.pop() if len(found) == 1 else None


def _country_at(token: Token) -> str | None:
    nation = nation_of_adjective(token.text)
    if nation is not None:
        return nation.name
    seat = token.dep_ == "pobj" and token.head.lower_ in {"in", "of"} and token.head.head.lower_ == "government"
    modifies = token.pos_ == "PROPN" and (token.dep_ in {"poss", "compound", "nmod"} or seat)
    return country_of(token.text) if modifies else None
