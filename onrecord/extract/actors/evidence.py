"""What the article as a whole tells about a name: the parser sees one sentence at a time, and is often of two minds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.gazetteer import country_of, lookup
from onrecord.extract.reading import is_word

from .bounds import Piece
from .kinds import is_thing, kind_of_body, listed, noun_of
from .persons import has_given_name, is_given_name

COMPANY = frozenset({"inc", "corp", "co", "ltd", "llc", "plc", "ag", "sa", "nv", "gmbh", "spa", "group", "holdings"})
_AGE = re.compile(r"^\s*,\s*(?:who (?:is|was) |aged? |now |then )?(?:1?\d{1,2})\s*(?:[,.;)—]|and\b|years old)")
_AGE_IN_BRACKETS = re.compile(r"^\s*\(\d{1,2}\)")
_WHO = re.compile(r"^\s*,?\s*who(?:se|m)?\b")
_WHICH = re.compile(r"^\s*,?\s*(?:which\b|\([A-Z][A-Z0-9&]{1,5}(?:\.[A-Z]{1,2}|:\s?[A-Z]+)?\))")
_HIS = re.compile(r"\b(?:he|she|his|her|him)\b")
_LABELS = {"PERSON": "person", "ORG": "body", **dict.fromkeys(["GPE", "LOC", "FAC", "PRODUCT", "NORP"], "other")}
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O)[A-Z])[A-Z][a-z]+[A-Z]")
_STORM = re.compile(r"\b(?:Hurricane|Typhoon|Cyclone|Storm) ([A-Z]\w+)")
_TICKER = re.compile(r"^\s*\((?:[A-Z0-9]{1,6}\.[A-Z]{1,2}|(?:NYSE|NASDAQ|Nasdaq|LON|TSX|ASX|LSE|HKG|TYO)\s?:)")


@dataclass
class Votes:
    """What speaks for a name to be a person's, a body's, or another thing's: the parser's labels, and sure cues."""

    labels: Counter[str] = field(default_factory=Counter)
    cues: Counter[str] = field(default_factory=Counter)

    def score(self, what: str) -> float:
        """Cues, and the share of the parser's labels."""
        return min(self.cues[what], 8) + 1.5 * self.labels[what] / max(1, self.labels.total())

    @property
    def person(self) -> float:
        """For a person."""
        return self.score("person")

    @property
    def body(self) -> float:
        """For a body."""
        return self.score("body")

    @property
    def other(self) -> float:
        """For neither."""
        return self.score("other")


@dataclass(frozen=True)
class Evidence:
    """`people` has full names and their last words; `given` their first ones; `bodies` full names and first words."""

    people: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    nothing: frozenset[str] = field(default_factory=frozenset)


def weigh(pieces: Sequence[Piece], speakers: frozenset[str], text: str) -> Evidence:
    """What every name of the article `text` is. `speakers` are the words that name a source."""
    votes: dict[tuple[str, ...], Votes] = defaultdict(Votes)
    for piece in pieces:
        _vote(votes[piece.words], piece, text)
    for words, vote in votes.items():
        _vote_on_words(vote, words, " ".join(words) in speakers)
    alone = {w[0] for w, v in votes.items() if len(w) == 1 and not v.cues["people"] and v.person > max(v.body, v.other)}
    full = [w for w, v in votes.items() if len(w) > 1 and _is_of_person(w, v, alone)]
    plurals = {f"{_surname(w)}s" for w in full}
    surnames = {_surname(w) for w in full} - {w[0] for w in votes if len(w) == 1 and _is_firm(votes[w])}
    bodies = [w for w, v in votes.items() if len(w) > 1 and w not in full and v.body >= v.person and v.body > v.other]
    # "Labour" is the Labour Party, "Acme" Acme Ltd.
    firms = {w[0] for w in bodies if w[-1].lower().rstrip(".") in COMPANY | {"party"}}
    single = {w[0]: v for w, v in votes.items() if len(w) == 1}
    alone -= firms
    people = {" ".join(w) for w in full} | surnames | alone
    named = {" ".join(w) for w in bodies} | {w for w, v in single.items() if v.body >= v.person and v.body > v.other}
    nothing = {" ".join(w) for w, v in votes.items() if v.other > 0} - people - named - firms | plurals
    storms = set(_STORM.findall(text)) - surnames
    people -= plurals | storms
    nothing |= storms
    given = frozenset(w[0] for w in full)
    return Evidence(frozenset(people), given, frozenset((named | firms) - people), frozenset(nothing))


def _is_of_person(words: tuple[str, ...], vote: Votes, alone: set[str]) -> bool:
    """Also where only the parser's label says otherwise, and the last word alone is a person's."""
    if vote.cues["people"]:
        return False
    by_label = not vote.cues["body"] and not vote.cues["other"] and words[-1] in alone
    return vote.person > max(vote.body, vote.other) or by_label


def _is_firm(vote: Votes) -> bool:
    return vote.cues["body"] > vote.cues["person"] + 1


def _surname(words: Sequence[str]) -> str:
    kept = [w for w in words if w.lower().rstrip(".") not in {"jr", "sr", "ii", "iii", "iv"}]
    return kept[-1] if kept else words[-1]


def _vote(vote: Votes, piece: Piece, text: str) -> None:
    """What one mention says: the parser's label, and the words around it."""
    tokens = piece.tokens
    behind, sentence = text[tokens.end_char : tokens.end_char + 60], text[tokens.end_char : tokens[-1].sent.end_char]
    vote.labels[_LABELS.get(piece.label, "none")] += 1
    vote.cues["person"] += 3 * bool(piece.title) + 2 * bool(_WHO.match(behind)) + _his(tokens, sentence)
    vote.cues["person"] += 3 * bool(_AGE.match(behind) or _AGE_IN_BRACKETS.match(behind))
    vote.cues["body"] += 4 * bool(_TICKER.match(behind)) + 2 * bool(_WHICH.match(behind)) + 2 * _has_article(tokens)
    vote.cues["body"] += 3 * _is_many(tokens)
    vote.cues["other"] += 4 * _is_said_to_be_it(tokens) + _placed(
        text[max(0, tokens.start_char - 60) : tokens.start_char]
    )
    vote.cues["body"] += 2 * _owns_itself(tokens) + 3 * _is_called_body(tokens)
    vote.cues["other"] += 3 * _stands_among_places(tokens)
    vote.cues["people"] += piece.label == "NORP"
    vote.cues["inside"] += not (_opens_sentence(tokens) and is_word(tokens[0].lower_))
    for noun in _told(tokens):
        lemma = noun_of(noun)
        vote.cues["person"] += 2 * (lemma in listed("people"))
        vote.cues["body"] += 2 * (kind_of_body([lemma]) is not None or lemma in listed("firms"))


_OF_PLACE = re.compile(
    r"\b(?:village|town|city|capital|port|suburb|hamlet|district|province|county|region|municipality|island|valley|mayor|"
    r"outskirts|centre|center|streets|neighbou?rhood|peninsula|airport|archdiocese|diocese|bishop|archbishop) of $|"
    r"\b(?:kilomet(?:er|re)s?|miles?|km) (?:[a-z]+ )?(?:of|from) $|"
    r"\bbetween [A-Z][\w -]{1,30} and $|\b(?:near|outside) $"
)


def _placed(before: str) -> int:
    """What the words before a name say for a place: "the village of", "between Oslo and", "near"."""
    return 4 * (_OF_PLACE.search(before) is not None) + before.endswith((" in ", " at ", " to "))


def _his(tokens: Tokens, behind: str) -> int:
    """How much "he" or "her" later in the sentence speaks for a person: more for its subject."""
    return (1 + (tokens.root.dep_ == "nsubj")) * (_HIS.search(behind) is not None)


def _is_many(tokens: Tokens) -> bool:
    """`Harlow United insist`: a verb in the plural for one name is a body's."""
    root = tokens.root
    return root.dep_ == "nsubj" and root.head.tag_ == "VBP" and not list(root.conjuncts) and root.tag_ != "NNPS"


def _owns_itself(tokens: Tokens) -> bool:
    """`Aspen has agreed to sell its mills`: a subject whose things are "its" is no person."""
    root = tokens.root
    if root.dep_ not in {"nsubj", "nsubjpass"} or root.head.pos_ not in {"VERB", "AUX"}:
        return False
    its = next((t for t in root.head.subtree if t.lower_ == "its" and t.i > root.i), None)
    between = root.doc[root.i + 1 : its.i] if its is not None else ()
    return its is not None and not any(t.dep_ in {"nsubj", "nsubjpass"} and t.i != root.i for t in between)


def _is_called_body(tokens: Tokens) -> bool:
    """`Lactalis is the largest dairy firm in the world`."""
    root = tokens.root
    if root.dep_ != "nsubj" or root.head.lemma_ != "be":
        return False
    told = next((c for c in root.head.children if c.dep_ == "attr"), None)
    return told is not None and (noun_of(told) in listed("firms") or kind_of_body([noun_of(told)]) is not None)


def _stands_among_places(tokens: Tokens) -> bool:
    """`in Cambodia, Rwanda and Srebrenica`: what is listed with countries is one of them, or a town."""
    listed_with = list(tokens.root.conjuncts)
    return len(tokens) == 1 and bool(listed_with) and all(country_of(t.text) is not None for t in listed_with)


def _opens_sentence(tokens: Tokens) -> bool:
    before = tokens.doc[tokens[0].sent.start : tokens.start]
    return all(not t.is_alpha for t in before)


def _has_article(tokens: Tokens) -> bool:
    """Whether "the" belongs to the name itself: "the Acme", never "the Ruiz campaign" or "the late Ana Ruiz"."""
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start > 0 else ""
    first = before == "the" or tokens[0].lower_ == "the"
    return first and tokens.root.dep_ not in {"compound", "amod", "nmod", "poss"} and len(tokens) < 4


def _is_said_to_be_it(tokens: Tokens) -> bool:
    """`The nearest lake is Ana Ruiz`: what the sentence says it is, is no person."""
    head = tokens.root
    told = next((c for c in head.head.children if c.dep_ == "nsubj"), None) if head.dep_ == "attr" else None
    return told is not None and told.pos_ == "NOUN" and told.lemma_.lower() not in listed("people")


def _told(tokens: Tokens) -> Iterable[Token]:
    """Nouns that say what the bearer of a name is: right before it, or set beside it."""
    root = tokens.root
    if tokens.start > 0 and (before := tokens.doc[tokens.start - 1]).pos_ == "NOUN" and before.text.islower():
        yield before
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < tokens.start - 1:
        yield root.head
    yield from (c for c in root.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i >= tokens.end)


def _vote_on_words(vote: Votes, words: tuple[str, ...], speaks: bool) -> None:
    """What the words of a name say, once for all its mentions."""
    if len(words) > 1:
        _vote_on_several(vote, words, speaks)
    else:
        _vote_on_one(vote, words[0], speaks)


def _vote_on_several(vote: Votes, words: tuple[str, ...], speaks: bool) -> None:
    kind, given = kind_of_body(list(words)), has_given_name(words)
    initial = len(words) == 3 and re.fullmatch(r"[A-Z]\.", words[1]) is not None
    plain = not given and kind is None and all(is_word(w.lower()) for w in words)
    vote.cues["person"] += 2 * given + initial
    vote.cues["body"] += 3 * (kind is not None) * (1 + (not given)) + 4 * (words[-1].lower().rstrip(".") in COMPANY)
    place = is_thing(list(words)) and kind_of_body(list(words[-1:])) is None
    vote.cues["other"] += (8 if place else 0) + (country_of(" ".join(words)) is not None) + 4 * _is_on_map(words)
    vote.cues["other"] += 2 * (plain and not speaks and not vote.cues["person"])


def _is_on_map(words: tuple[str, ...]) -> bool:
    """Whether a region, or a town of several words, has just that name: South Carolina, San Antonio; not Jackson."""
    kinds = {entry.kind for entry in lookup(" ".join(words)) if entry.own}
    return "region" in kinds or (len(words) > 1 and "city" in kinds)


def _is_people(word: str) -> bool:
    low = word.lower()
    return low in listed("people") or (low.endswith("s") and low[:-1] in listed("people"))


def _vote_on_one(vote: Votes, word: str, speaks: bool) -> None:
    """A person is brought in by more than one word: a single one needs more than the parser's label."""
    acronym = word.replace(".", "").replace("&", "").isupper() and 1 < len(word) < 7
    vote.cues["body"] += 4 * (_CAMEL.match(word) is not None) + 2 * acronym + 4 * (kind_of_body([word]) is not None)
    vote.cues["other"] += 4 * _is_on_map((word,))
    vote.cues["other"] += 9 * (
        is_thing([word]) or (_is_people(word) and (word.endswith("s") or not vote.cues["inside"]))
    )
    vote.cues["other"] += 4 * (not vote.cues["inside"] and not vote.cues["person"])
    if vote.labels["person"] and vote.cues["person"] < 3 and not speaks and is_word(word.lower()):
        vote.cues["other"] += 2
    if not vote.cues["person"] and not is_given_name(word):
        vote.cues["other"] += 3 * (not speaks and vote.labels["person"] > 0)
        vote.cues["body"] += speaks and is_word(word.lower())
