"""What an actor is, by its words."""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Token

from onrecord.extract.lexicons import lexicon
from onrecord.model import ActorKind

_SUFFIXES = frozenset({"ag", "sa", "nv", "co", "inc", "corp", "ltd", "plc"})
"""Words that make a company at the end of a name only."""
_FOREIGN = frozenset(
    ["AS", "ASA", "AB", "Oy", "Oyj", "SE", "KG", "BV", "SpA", "A/S", "ApS", "OAO", "PAO", "OOO", "Bhd", "Pty", "KK"]
)
"""Forms of companies that are one only as printed."""


@cache
def listed(name: str) -> frozenset[str]:
    """A list of the actor lexicon, in lower case."""
    return frozenset(str(word).lower() for word in lexicon("actors")[name])


@cache
def seats(name: str) -> dict[str, str | None]:
    """`seats` or `houses`: what stands for a country, in lower case, with the country."""
    data: dict[str, Any] = lexicon("actors")[name]
    return {key.lower(): country for key, country in data.items()}


@cache
def _bodies() -> dict[str, ActorKind]:
    groups: dict[ActorKind, list[str]] = lexicon("actors")["bodies"]
    return {word: kind for kind, words in groups.items() for word in words}


def kind_of_body(words: list[str]) -> ActorKind | None:
    """The kind of a body by its name, last word first; None if no word tells.

    >>> kind_of_body(["Port", "Authority", "of", "Oslo"]), kind_of_body(["Acme", "Ltd."])
    ('government', 'company')
    """
    low = [word.lower() for word in words]
    if " ".join(low).removeprefix("the ").replace("’", "'") in listed("armed_names"):
        return "armed-group"
    if " ".join(low).removeprefix("the ") in seats("houses"):
        return "government"
    if "news" in low:
        return "media"
    if len(words) > 1 and words[-1] in _FOREIGN:
        return "company"
    if _is_public_bank(low):
        return "organisation"
    head = low[: low.index("of")] if "of" in low[1:] else low
    head = [word for word in head[:-1] if word.rstrip(".") not in _SUFFIXES] + head[-1:]
    kinds = [(word, _bodies()[word]) for word in reversed(head) if word in _bodies()]
    return next((kind for word, kind in kinds if kind != "company" or word == head[-1]), None)


def _is_public_bank(low: list[str]) -> bool:
    """Central and development banks are no companies."""
    public = {"central", "world", "development", "reserve"} & set(low)
    return "bank" in low and (bool(public) or low[:2] == ["bank", "of"])


def kinds_of_noun(noun: str) -> frozenset[ActorKind]:
    """The kinds of body that a common noun can stand for: "the carmaker", "the newspaper"; empty for other nouns."""
    return _noun_kinds().get(noun, frozenset())


@cache
def _noun_kinds() -> dict[str, frozenset[ActorKind]]:
    table: dict[str, list[ActorKind]] = lexicon("actors")["noun_kinds"]
    firms: dict[str, list[ActorKind]] = {noun: ["company", "organisation"] for noun in listed("firms")}
    return {noun: frozenset(kinds) for noun, kinds in {**firms, **table}.items()}


@cache
def narrower(noun: str) -> frozenset[str]:
    """Nouns that say the same more closely: a senator is a lawmaker."""
    return frozenset(lexicon("actors")["narrower"].get(noun, ()))


@cache
def nouns_of_title(title: str) -> frozenset[str]:
    """The nouns that lead back to the bearer of a title.

    >>> sorted(nouns_of_title("Sen.")), sorted(nouns_of_title("Prime Minister"))
    (['senator'], ['minister'])
    """
    words = [_plain(word) for word in title.split()]
    table: dict[str, list[str]] = lexicon("actors")["title_nouns"]
    return frozenset(noun for word in words for noun in table.get(word, [word])) & listed("people")


def split_title(words: list[str]) -> tuple[str | None, list[str]]:
    """Title and name of a person's name as printed.

    >>> split_title(["Lt.", "Gov.", "Ana", "Ruiz"])
    ('Lt. Gov.', ['Ana', 'Ruiz'])
    """
    count = 0
    while count < len(words) - 1 and (size := _title_at(words, count)):
        count += size
    only_modifies = all(_plain(word) in listed("title_modifiers") for word in words[:count])
    return (None if only_modifies else " ".join(words[:count])), words[count:]


def is_job(words: list[str]) -> bool:
    """Whether capitalized words name a job and nobody: `Commercial Officer`, `Prime Minister`.

    >>> is_job(["Chief", "Financial", "Officer"]), is_job(["Ana", "Ruiz"]), is_job(["General", "Motors"])
    (True, False, False)
    """
    return _plain(words[-1]) in listed("jobs")


def is_weak_title(title: str) -> bool:
    """Whether a title is one only where nothing stands before it: an `Officer`, but a `Chief Commercial Officer`."""
    return _plain(title) in listed("weak_titles")


def is_thing(words: list[str]) -> bool:
    """Whether a name is an event's, a law's or a place's: `Hurricane Ana`, `Data Protection Act`, `Mount Hansen`.

    >>> is_thing(["Hurricane", "Ana"]), is_thing(["Companies", "Act"]), is_thing(["Ana", "Ruiz"])
    (True, True, False)
    """
    low = [_plain(word) for word in words]
    single = low[0] in listed("junk") if len(low) == 1 else False
    return single or (len(low) > 1 and (low[0] in listed("thing_first") or low[-1] in listed("thing_last")))


def _title_at(words: list[str], start: int) -> int:
    """How many words from `start` make a title; never the last word."""
    for size in (3, 2, 1):
        piece = _plain(" ".join(words[start : start + size]))
        if start + size < len(words) and (piece in _plain_titles() or (size == 1 and _is_modified(piece))):
            return size
    return 0


def _is_modified(word: str) -> bool:
    """`then-Gov.`, `ex-President`, and the modifiers themselves."""
    modifier, dash, title = word.partition("-")
    return (bool(dash) and modifier in listed("title_modifiers") and title in _plain_titles()) or (
        not dash and word in listed("title_modifiers")
    )


def gender_of(words: list[str]) -> str | None:
    """`male` or `female` where a title or noun among the words says so."""
    low = {word.lower() for word in words}
    found = {gender for gender in ("male", "female") if low & listed(gender)}
    return next(iter(found)) if len(found) == 1 else None


def noun_of(token: Token) -> str:
    """A noun in the singular and lower case; the parser leaves capitalized plurals as they are."""
    noun = token.lemma_.lower()
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        joined = f"{token.nbor(-2).lower_}-{noun}"
        return joined if joined in listed("people") | listed("public") | listed("attributes") else noun
    if not token.text[:1].isupper() or noun in listed("people"):
        return noun
    endings = (("men", "man"), ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""))
    known = listed("people") | listed("documents") | listed("firms") | listed("unnamed")
    singulars = (noun.removesuffix(old) + new for old, new in endings if noun.endswith(old))
    return next((s for s in singulars if s in known), noun)


def is_calling(noun: str) -> bool:
    """Whether a noun, in the singular, means someone by what he or she is or does."""
    return noun in listed("people") or noun.endswith(("ologist", "iatrist", "ographer"))


def is_plural(token: Token) -> bool:
    """Whether a noun means several; the parser takes a capitalized plural for a name."""
    return token.tag_ in {"NNS", "NNPS"} or (token.lower_.endswith(("s", "men")) and noun_of(token) != token.lower_)


def is_title(token: Token) -> bool:
    """Whether a word belongs to a title before a name."""
    if not token.text[:1].isupper() and token.lower_ not in listed("title_modifiers"):
        return False
    return _plain(token.text) in title_words() or token.lower_ in listed("title_modifiers")


@cache
def title_words() -> frozenset[str]:
    """Every word of every title, in lower case, without full stops."""
    return frozenset(word for title in _plain_titles() for word in title.split())


@cache
def _plain_titles() -> frozenset[str]:
    return frozenset(_plain(title) for title in listed("titles"))


def _plain(words: str) -> str:
    """Ranks are written with and without full stops."""
    return words.lower().replace(".", "")
