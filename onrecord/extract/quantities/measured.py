"""What a measure or a sum is of: "20 tons of bombs", "winds of 215 km/h", "shares jumped 19 percent"."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ..lexicons import lexicon
from .shapes import unit_names

_PARTS = frozenset(
    {
        "total",
        "average",
        "maximum",
        "minimum",
        "half",
        "third",
        "quarter",
        "fifth",
        "tenth",
        "share",
        "part",
        "rest",
        "amount",
        "sum",
        "level",
    }
)
_DEALS = frozenset({"buy", "sell", "acquire", "purchase", "auction", "trade"})
_LEVELS = frozenset(
    {"be", "stand", "close", "end", "open", "total", "reach", "hit", "exceed", "amount", "remain", "average", "come"}
    | {
        "cost",
        "weigh",
        "measure",
        "trade",
        "cover",
        "span",
        "equal",
        "number",
        "run",
        "top",
        "surpass",
        "settle",
        "finish",
    }
)
_PUT_AT = frozenset({"put", "value", "estimate", "price", "set", "fix", "cap"})


def measured(tokens: Tokens, *, money: bool = False) -> str | None:
    """The noun that an amount in a unit or a currency measures, with the words before it; None where none is sure."""
    root = tokens.root
    if root.dep_ == "pobj" and root.head.lower_ == "for" and root.head.head.lemma_ in _DEALS:
        return "price"
    if (noun := _before(root)) is not None:
        return _phrase(noun, owned=False)
    found = (_behind(root, tokens, ("of", "in", "worth") if money else ("of",)), _moved(root), _put(root))
    return next((_phrase(one) for one in found if one is not None), None)


def _behind(root: Token, tokens: Tokens, prepositions: tuple[str, ...]) -> Token | None:
    """As in "20 tons of bombs", "40 million euros in aid"; "within 300 km of the epicentre" is none of it."""
    if root.dep_ == "pobj" and root.head.lower_ == "within":
        return None
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ in prepositions and child.i >= tokens.end - 1:
            things = (c for c in child.children if c.dep_ == "pobj" and c.pos_ == "NOUN" and not c.ent_type_)
            return next((thing for thing in things if thing.lower_ != "cash"), None)
    return None


def _before(root: Token) -> Token | None:
    """As in "winds of 215 km/h", "a premium of 24 percent"."""
    if root.dep_ != "pobj" or root.head.lower_ != "of":
        return None
    noun = root.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "per":
        noun = noun.head.head
    return noun if noun.pos_ == "NOUN" and noun.lemma_ not in _PARTS else None


def _moved(root: Token) -> Token | None:
    """What rose or fell by an amount, or to it, or is as much: "the toll rose to 45", "the rate is 3%"."""
    verb = root.head
    if root.dep_ == "pobj" and verb.lower_ in ("to", "by", "at"):
        verb = verb.head
    elif root.dep_ == "npadvmod" and verb.pos_ in ("ADJ", "ADV") and verb.dep_ in ("acomp", "advmod"):
        verb = verb.head  # "is 280 kilometers long"
    elif root.dep_ not in ("npadvmod", "dobj", "attr"):
        return None
    changes = lexicon("operators")["changes"]
    if verb.lemma_ not in (*changes["up"], *changes["down"], *_LEVELS):
        return None
    moved = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i != root.i]
    moved += [c for c in verb.children if c.dep_ == "nsubj"]
    thing = moved[0] if moved else None
    sure = thing is not None and thing.pos_ in ("NOUN", "PROPN") and thing.ent_type_ != "PERSON"
    sure = sure and thing is not None and not thing.like_num and thing.lower_ not in unit_names()
    return thing if sure else None


def _put(root: Token) -> Token | None:
    """As in "put the cost at $3 million"."""
    if root.dep_ != "pobj" or root.head.lower_ != "at" or root.head.head.lemma_ not in _PUT_AT:
        return None
    return next((c for c in root.head.head.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"), None)


def _phrase(noun: Token, *, owned: bool = True) -> str:
    """The noun with the words that say which, and with its own "of" where it is `owned`."""
    before = [c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod") and c.is_alpha]
    while before and before[0].i and noun.doc[before[0].i - 1].text in ("-", "–"):
        before = before[1:]  # "year" of "10-year Treasury yields" goes with the number
    owner = next((g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
    if owner is not None and any(child.dep_ == "nummod" for child in owner.children):
        owner = None  # "earthquakes of magnitude 6"
    last = owner if owned and owner is not None and owner.pos_ in ("NOUN", "PROPN") and owner.i - noun.i <= 4 else noun
    first = before[0] if before and before[0].i == noun.i - len(before) else noun
    while noun.pos_ == "PROPN" and first.i > noun.sent.start and noun.doc[first.i - 1].pos_ == "PROPN":
        first = noun.doc[first.i - 1]
    words = noun.doc[first.i : last.i + 1].text
    return words if len(words.split()) <= 6 else noun.text
