"""One source says that something was done, another that it was not: "fired rockets", "no missile had been launched"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ..lexicons import lexicon
from .statements import Statement, keys_of

SHORT = 4
"""Letters of a name, its mark included, that are too few to know an adjective by."""
_BOUNDS = frozenset({"amod", "compound", "prep", "relcl", "acl", "nummod", "poss"})


@dataclass(frozen=True)
class Deed:
    """What was done to what, by whom if that is told, and whether it is told that it was not."""

    verb: Token
    thing: Token
    agent: Token | None
    undone: bool


def one_denies_the_deed(first: Statement, second: Statement) -> bool:
    """Whether one says that something was done and the other that nobody, or not the same one, did it.

    The verbs and the things must be the same, or in one row of the lexicon. Refuses where what was not done is bounded
    more closely than what was done ("no rockets of that range"), and where the doers differ.
    """
    deeds = _deed(first), _deed(second)
    if deeds[0] is None or deeds[1] is None or deeds[0].undone == deeds[1].undone:
        return False
    (done, told), (undone, denying) = sorted(((deeds[0], first), (deeds[1], second)), key=lambda pair: pair[0].undone)
    alike = _in_one_row(done.verb, undone.verb, "doing") and _in_one_row(done.thing, undone.thing, "things")
    return alike and not _is_bounded(undone, done) and _same_agent(done, told, undone, denying)


def one_says_it_failed(first: Statement, second: Statement) -> bool:
    """Whether one says that someone failed to do what another says was done: "failed to count", "counted"."""
    for failing, doing in ((first, second), (second, first)):
        if failing.root.lemma_ not in ("fail", "neglect", "omit") or _is_negated(failing.root):
            continue
        verb = next((c for c in failing.root.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
        if verb is None or _is_negated(doing.root) or not _in_one_row(verb, doing.root, "doing"):
            continue
        if failing.own_keys & doing.own_keys and _nouns(verb) & _nouns(doing.root):
            return True
    return False


def _deed(statement: Statement) -> Deed | None:
    root = statement.root
    if statement.claim.matrix or root.pos_ != "VERB" or any(c.tag_ == "MD" for c in root.children):
        return None
    if any(c.dep_ in ("advcl", "mark") and c.i < root.i for c in root.children):
        return None
    passive = next((c for c in root.children if c.dep_ == "nsubjpass"), None)
    thing = passive or next((c for c in root.children if c.dep_ == "dobj"), None)
    if thing is None or thing.pos_ not in ("NOUN", "PROPN"):
        return None
    by = next((c for c in root.children if c.dep_ == "agent"), None)
    agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    return Deed(root, thing, agent if passive is not None else statement.subject, _is_negated(root, thing))


def _is_negated(*words: Token) -> bool:
    near = (c for word in words for c in word.children)
    return any(c.dep_ == "neg" or c.lower_ in ("no", "never", "none") for c in near)


def _in_one_row(one: Token, other: Token, table: str) -> bool:
    lemmas = one.lemma_.lower(), other.lemma_.lower()
    rows: Sequence[Sequence[str]] = lexicon("disputes")[table]
    return lemmas[0] == lemmas[1] or any(lemmas[0] in row and lemmas[1] in row for row in rows)


def _is_bounded(undone: Deed, done: Deed) -> bool:
    """Whether what was not done is described in a way that what was done is not: "no foreign rockets"."""
    told = {t.lemma_.lower() for t in done.thing.subtree}
    bounds = (c for c in undone.thing.children if c.dep_ in _BOUNDS)
    return any(c.lemma_.lower() not in told or c.dep_ in ("relcl", "nummod") for c in bounds)


def _same_agent(done: Deed, told: Statement, undone: Deed, denying: Statement) -> bool:
    """Whether the one who did it did not do it; or nobody did, and the denial comes from whom the claim names."""
    doers = keys_of(done.agent, told.material) if done.agent is not None else set()
    if undone.agent is None:
        return bool(denying.party & (told.about | doers)) or _is_named_by_its_people(denying, told)
    return bool(doers & keys_of(undone.agent, denying.material))


def _is_named_by_its_people(denying: Statement, told: Statement) -> bool:
    """Whether a claim names the state that denies it by its adjective: "from the Chadian side", "Israeli jets"."""
    names = {key[1:] for key in denying.party if key.startswith("=") and len(key) > SHORT}
    return any(t.ent_type_ == "NORP" and t.lower_ != n and t.lower_.startswith(n) for t in told.words for n in names)


def _nouns(verb: Token) -> set[str]:
    return set(_objects(verb))


def _objects(verb: Token) -> Iterator[str]:
    for child in verb.children:
        if child.dep_ == "dobj" and child.pos_ in ("NOUN", "PROPN"):
            yield child.lemma_.lower()
        if child.dep_ == "prep":
            yield from (c.lemma_.lower() for c in child.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN"))
