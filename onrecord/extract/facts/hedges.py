"""The article's own words of reservation in a clause, each with how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from ..lexicons import lexicon
from .clauses import Clause

Reach = Literal["clause", "part"]
"""What a hedge reserves: the clause itself, or only a figure or a noun in it."""
_BELOW = frozenset({"relcl", "acl", "advcl", "appos", "csubj", "csubjpass", "parataxis"})
_OPENERS = frozenset({"whether", "if", "how", "why", "who", "what", "when", "that"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "agent"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "oprd", "acomp"})


@dataclass(frozen=True)
class Hedge:
    """A word of reservation, as printed, and whether it reserves the clause or only a part of it."""

    words: tuple[Token, ...]
    reach: Reach

    @property
    def text(self) -> str:
        """The words as the article has them, without the "whether" that only shows what is not clear."""
        words = list(self.words)
        while len(words) > 1 and words[-1].lower_ in _OPENERS:
            words.pop()
        return "".join(t.text_with_ws for t in words).strip()


def hedges_in(clause: Clause, *, but: str | None = None) -> tuple[Hedge, ...]:
    """Every hedge that reserves the clause or a part of it, those of the whole clause first.

    Words in a clause below it (relative, adverbial, an indirect question) reserve that one and are left alone. `but`
    is the dictionary form of a cue, which is no hedge of what it attributes.
    """
    words = sorted({*clause.subject, *clause.shared, *clause.words}, key=lambda t: t.i)
    heads = _line_of_heads(clause)
    found = [*_phrases(words)]
    taken = {t.i for hedge in found for t in hedge.words}
    found += [h for t in words if t.i not in taken for h in _of_word(t, clause, but)]
    inside = [h for h in found if _in_reach(h.words[0], heads)]
    return tuple(sorted(inside, key=lambda h: (h.reach == "part", h.words[0].i)))


def _line_of_heads(clause: Clause) -> set[int]:
    """The predicate, and those it is joined to and shares its subject with."""
    head, line = clause.root, {clause.root.i}
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
        line.add(head.i)
    return line


def _in_reach(token: Token, heads: set[int]) -> bool:
    while token.i not in heads and token.head.i != token.i:
        asked = any(c.tag_ in ("WDT", "WP", "WRB") for c in token.children)
        if token.dep_ in _BELOW or (token.dep_ in ("pcomp", "ccomp") and asked):
            # "It looks as if the dam may hold": the clause below is what the verb of seeming says.
            return False
        token = token.head
    return True


@cache
def _known_phrases() -> dict[str, list[tuple[list[str], Reach]]]:
    """Every hedge of several words, and every rounding one, by its first word, the longest first."""
    names = lexicon("certainty")["hedges"]
    reaches: dict[str, Reach] = {"phrases": "clause", "rounders": "part"}
    known: dict[str, list[tuple[list[str], Reach]]] = {}
    for name, reach in reaches.items():
        for phrase in names[name]:
            known.setdefault(phrase.split()[0], []).append((phrase.split(), reach))
    return {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in known.items()}


def _phrases(words: Sequence[Token]) -> Iterator[Hedge]:
    """Hedges of several words; the longest where two begin together."""
    lows, at = [t.lower_ for t in words], 0
    while at < len(words):
        known = _known_phrases().get(lows[at], ())
        size, reach = next(
            ((len(p), r) for p, r in known if lows[at : at + len(p)] == p and (r == "clause" or _rounds(words, at, p))),
            (0, ""),
        )
        if size:
            yield Hedge(tuple(words[at : at + size]), "clause" if reach == "clause" else "part")
        at += size or 1


def _rounds(words: Sequence[Token], at: int, phrase: Sequence[str]) -> bool:
    """Whether a number, or a word for one, follows the phrase."""
    last = words[at + len(phrase) - 1]
    rest = [t for t in words[at + len(phrase) :] if t.lower_ not in ("a", "an", "the", "another") and not t.is_currency]
    if not rest or rest[0].i > last.i + 2:
        return False
    after = rest[0]
    counted = (
        after.like_num
        or after.text[:1].isdigit()
        or after.lower_ in ("dozen", "dozens", "half", "all", "every", "scores", "hundreds")
    )
    year = after.lower_ in ("year", "month", "week", "day", "hour", "mile", "century", "decade", "third", "quarter")
    return counted or (year and last.nbor(1).lower_ in ("a", "an"))


def _of_word(token: Token, clause: Clause, but: str | None) -> Iterator[Hedge]:
    names = lexicon("certainty")["hedges"]
    low, lemma = token.lower_, token.lemma_.lower()
    whole = (
        (low in names["adverbs"] and token.pos_ in ("ADV", "ADJ") and token.dep_ not in ("amod", "acomp", "conj"))
        or (low in names["extents"] and token.pos_ == "ADV" and _is_whole(token, clause))
        or (low in names["modals"] and _is_modal(token) and not _is_ability(token))
        or (
            low == "must"
            and token.tag_ == "MD"
            and any(c.lower_ in ("have", "’ve", "'ve") for c in token.head.children)
        )
        or (low in names["adjectives"] and _is_predicate(token))
        or (
            (lemma in names["verbs"] or lemma == "threaten") and token.pos_ == "VERB" and lemma != but and _seems(token)
        )
        or (token.tag_ == "VBN" and lemma != but and is_hearsay(token))
        or (lemma in ("hear", "tell", "inform") and _is_heard(token, clause))
        or (lemma in names["nouns"] and token.pos_ == "NOUN" and _is_possibility(token, clause))
    )
    accused = next((c for c in token.children if c.lower_ == "accused" and c.i > token.i), None)
    if lemma == "stand" and accused is not None:
        yield Hedge((token, accused), "clause")
    elif whole and not _is_compared(token):
        yield Hedge((token,), "clause")
    elif low in (*names["extents"], *names["scant"]) and token.pos_ == "ADV":
        yield Hedge((token,), "part")
    elif low in names["attributes"] and token.dep_ == "amod" and _describes(token):
        yield Hedge((token,), "clause" if _is_core(token.head, clause) else "part")


def _is_core(noun: Token, clause: Clause) -> bool:
    """Whether a noun is the clause's own subject, object or agent, or listed with it."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent":
        noun = noun.head
    return noun.dep_ in _CORE and noun.head.i in _line_of_heads(clause)


def _is_whole(token: Token, clause: Clause) -> bool:
    """Whether "almost" or "virtually" bears on the predicate or on "no", and not on a word somewhere in the clause."""
    head = token.head
    predicate = head.i == clause.root.i or (head.head.i == clause.root.i and head.dep_ in ("acomp", "attr", "oprd"))
    return predicate or head.lower_ in ("no", "nothing", "nobody", "none", "everyone", "every", "all", "everything")


def _is_compared(token: Token) -> bool:
    """Of "twice as likely", "less likely than": a finding about chances, not a doubt."""
    comparing = lexicon("certainty")["hedges"]["comparing"]
    return token.lower_ in ("likely", "unlikely", "probable") and any(c.lower_ in comparing for c in token.children)


def is_reserved(verb: Token) -> bool:
    """Whether a predicate, or one that it completes, is negated, still to come or in doubt: then so is what follows."""
    names = lexicon("certainty")["hedges"]
    firm = {*names["adverbs"], *names["extents"], "never", "hardly", "scarcely", "barely", "neither", "nor"}
    while True:
        beside = [c for c in verb.children if c.dep_ in ("aux", "neg", "advmod", "preconj")]
        if any(c.dep_ == "neg" or c.tag_ == "MD" or c.lower_ in firm for c in beside):
            return True
        if is_hearsay(verb) or (verb.lemma_.lower() in names["verbs"] and _seems(verb)):
            return True
        if verb.dep_ not in ("xcomp", "ccomp", "conj") or verb.head.i == verb.i:
            return False
        verb = verb.head


def _is_modal(token: Token) -> bool:
    """Whether a verb in its plain form follows: "may close", not "May has to win"."""
    return token.tag_ == "MD" and token.dep_ == "aux" and token.head.tag_ in ("VB", "VBN", "VBG", "VBP", "NN", "JJ")


def _is_ability(modal: Token) -> bool:
    """Of "could not reach": it was not able to; "could be seen": a fact."""
    if modal.lower_ != "could":
        return False
    perfect = any(c.lower_ in ("have", "’ve", "'ve") and c.dep_ == "aux" for c in modal.head.children)
    if perfect:
        return False
    negated = any(c.dep_ == "neg" for c in modal.head.children)
    return negated or modal.head.lemma_.lower() in lexicon("certainty")["hedges"]["senses"]


def _is_predicate(token: Token) -> bool:
    """Whether an adjective says how likely something is: "the strike is likely", not "it is possible to cross"."""
    if token.pos_ not in ("ADJ", "VERB", "ADV") or token.dep_ not in ("acomp", "oprd", "xcomp", "conj"):
        return False
    if token.head.lemma_ in ("make", "keep", "leave"):
        return False
    if token.lower_ not in ("possible", "conceivable"):
        return token.dep_ != "conj" or token.head.dep_ in ("acomp", "oprd")
    beside = [*token.children, *token.head.children]
    doing = any(c.dep_ == "xcomp" and c.i > token.i for c in beside)
    negated = any(c.dep_ == "neg" for c in beside)
    return not doing and not negated and not any(c.lower_ == "as" for c in beside)


def _seems(verb: Token) -> bool:
    """Whether the verb takes a clause or an adjective that it throws doubt on: "appeared to fall", not "appeared"."""
    if verb.lemma_ == "threaten":
        return _is_thing(verb) and any(c.dep_ == "xcomp" for c in verb.children)
    if verb.lemma_ in ("look", "sound"):
        likened = any(
            c.dep_ == "advcl" and any(m.lower_ in ("as", "if", "like") for m in c.children) for c in verb.children
        )
        being = any(c.dep_ == "xcomp" and (c.lemma_ == "be" or _is_perfect(c)) for c in verb.children)
        return likened or (being and verb.tag_ != "VBG")
    described = any(c.dep_ in _COMPLEMENTS for c in verb.children)
    return described or any(c.lower_ in ("like", "as") for c in verb.children)


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.lemma_ in ("have", "be") for c in verb.children)


def _is_thing(verb: Token) -> bool:
    """Whether the subject is no one who could promise or threaten: a river, not a union."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lemma_.lower() in lexicon("certainty")["hedges"]["forces"]


def is_hearsay(verb: Token) -> bool:
    """Whether a passive hands on what someone unnamed says or holds: "is said to have fled", "was seen as weak"."""
    names, lemma = lexicon("certainty")["hedges"], verb.lemma_.lower()
    if not any(c.dep_ == "auxpass" for c in verb.children) or any(c.dep_ == "agent" for c in verb.children):
        return False
    phrases = (c for c in verb.children if c.dep_ == "prep" and c.i > verb.i)
    after = [p.lower_ for p in phrases if not any(c.ent_type_ in ("DATE", "TIME") for c in p.children)]
    if lemma in names["as"] and "as" in after:
        return True
    if lemma in names["clearing"] and any(c.dep_ == "neg" for c in verb.children):
        return False
    if any(p in names["takes"].get(lemma, ()) for p in after):
        return True
    return lemma in names["passives"] and any(c.dep_ in _COMPLEMENTS for c in verb.children)


def _is_heard(verb: Token, clause: Clause) -> bool:
    """Whether the clause is what a court heard or a jury was told, and not by whom."""
    if verb.i != clause.root.i or any(c.dep_ == "agent" for c in verb.children):
        return False
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return any(c.dep_ == "ccomp" for c in verb.children) and (passive or verb.lemma_ == "hear")


def _is_possibility(noun: Token, clause: Clause) -> bool:
    """Whether the clause only says that there is a chance, a fear or a sign of something: "there are fears that"."""
    names, holder = lexicon("certainty")["hedges"], noun.head
    opened = any(
        (c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ in ("that", "whether", "to") for m in c.children))
        or (c.dep_ == "prep" and c.lower_ in ("of", "about", "over", "that", "for"))
        or (c.dep_ in ("acl", "relcl", "ccomp") and c.pos_ in ("VERB", "AUX"))
        for c in noun.children
    )
    if not opened or any(c.lower_ in ("no", "little", "without", "good", "best", "better") for c in noun.children):
        return False
    if holder.i != clause.root.i or holder.lemma_.lower() not in names["holders"]:
        return False
    existing = any(c.dep_ == "expl" for c in holder.children)
    if holder.lemma_ == "be":
        return existing or (noun.dep_ == "nsubj" and any(c.dep_ == "ccomp" for c in holder.children))
    return noun.dep_ in ("dobj", "nsubj", "attr")


def _describes(token: Token) -> bool:
    """Whether an adjective reserves its noun: "a possible fraud", not "likely voters" or "the best possible deal"."""
    if token.lower_ in ("likely", "unlikely") and token.head.lower_ in lexicon("certainty")["hedges"]["groups"]:
        return False
    if token.i and token.nbor(-1).lower_ == "as":
        return False
    best = [c for c in token.head.children if c.tag_ == "JJS" or c.lower_ in ("every", "all", "any", "no")]
    return not (token.lower_ in ("possible", "conceivable") and best) and not _is_compared(token)
