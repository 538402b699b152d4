"""Other words for the same: what sets a line apart from a reserved article and says no more and no less than it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ..lexicons import lexicon
from .forms import Tag, form_of
from .turning import possessed, small_words

_TAGS: dict[str, Tag] = {"VB": "VB", "VBD": "VBD", "VBN": "VBN", "VBZ": "VBZ", "VBP": "VB", "VBG": "VBG"}
_BOUND = frozenset(
    [
        "hardly",
        "barely",
        "scarcely",
        "such",
        "quite",
        "many",
        "not",
        "half",
        "what",
        "both",
        "all",
        "once",
        "twice",
        "rather",
    ]
)
_COUNTED = frozenset(
    ["few", "little", "lot", "number", "couple", "dozen", "hundred", "thousand", "million", "handful", "bit"]
)


@dataclass(frozen=True)
class Rewording:
    """What is printed in place of single words, and how much a reader would mind it; 0 = not at all."""

    words: tuple[tuple[int, str], ...]
    price: int


@dataclass(frozen=True)
class Reworded:
    """What is printed in place of single words, by place, and how much a reader would mind it in all."""

    printed: dict[int, str]
    price: int


def apart(
    words: Sequence[Token],
    printed: dict[int, str],
    *,
    line_of: Callable[[dict[int, str]], str],
    runs: Callable[[str], Sequence[str]],
) -> Reworded | None:
    """`printed` with as few rewordings as it takes until no run of the article's words is left; None if some stay.

    `line_of` writes the line with what is printed in place of words, `runs` gives the runs of the article in a line.
    """
    left, price = _length(runs(line_of(printed))), 0
    choices = [r for r in rewordings(words) if not any(i in printed for i, _ in r.words)] if left else []
    while left:
        best: tuple[int, int, Rewording] | None = None
        for choice in choices:
            rest = _length(runs(line_of(printed | dict(choice.words))))
            if rest < left and (best is None or (choice.price, rest) < best[:2]):
                best = (choice.price, rest, choice)
        if best is None:
            return None
        printed, left, price = printed | dict(best[2].words), best[1], price + best[0]
        choices = [c for c in choices if c is not best[2]]
    return Reworded(printed, price)


def _length(runs: Sequence[str]) -> int:
    return sum(len(run.split()) for run in runs)


def rewordings(words: Sequence[Token]) -> Iterator[Rewording]:
    """Every rewording of a line's words: plain words, digits, names without their kind, at last articles left out."""
    names, kept, quoted = lexicon("plain"), {t.i for t in words}, _in_quotation(words)
    for token in (t for t in words if t.i not in quoted):
        if (verb := _verb(token)) is not None:
            yield Rewording(verb, 1)
        elif token.lower_ in names["words"] and token.pos_ in ("ADJ", "ADV", "NOUN", "ADP") and not _is_name(token):
            yield Rewording(((token.i, _cased(names["words"][token.lower_], token)),), 0)
        elif _is_lone_number(token):
            yield Rewording(((token.i, names["numbers"][token.lower_]),), 1)
        elif (dropped := _kind(token, kept)) is not None:
            yield Rewording(dropped, 0)
        elif (small := small_words(token, kept)) is not None:
            yield Rewording(small, 1)
        elif _is_joint(token):
            yield Rewording(((token.i, "along with"),), 4)
        elif (owned := possessed(token, kept)) is not None:
            yield Rewording(owned, 2)
        elif is_bare_article(token):
            yield Rewording(((token.i, ""),), 2 + _missed(token))


def _is_lone_number(token: Token) -> bool:
    """Whether a number is a word of its own inside a line: not "two hundred", "two-year", or the first word."""
    if token.lower_ not in lexicon("plain")["numbers"] or token.dep_ != "nummod" or token.is_sent_start:
        return False
    beside = (token.nbor(-1), token.nbor(1)) if 0 < token.i < len(token.doc) - 1 else ()
    return bool(beside) and not any(t.like_num or t.text == "-" or t.lower_ in ("and", "or", "to") for t in beside)


def _is_joint(token: Token) -> bool:
    """Whether an "and" joins two names or nouns behind the verb, where "along with" says the same."""
    head = token.head
    if token.lower_ != "and" or token.dep_ != "cc" or head.pos_ not in ("NOUN", "PROPN"):
        return False
    before = {t.lower_ for t in head.lefts} | {head.head.lower_}
    listed = any(t.text == "," for t in head.doc[head.i : token.i])
    return head.dep_ in ("dobj", "pobj") and not listed and not before & {"both", "between", "either", "neither"}


def _in_quotation(words: Sequence[Token]) -> set[int]:
    """The words that stand in quotation marks: they are somebody's own."""
    inside: set[int] = set()
    opened = False
    for token in words[0].sent if words else ():
        opened = token.text in ("“", "``") or (opened and token.text not in ("”", "''"))
        inside |= {token.i} if opened else set()
    return inside


def _verb(token: Token) -> tuple[tuple[int, str], ...] | None:
    """A verb in plain words, in the same form; "allow X to go" as "let X go"."""
    if token.pos_ != "VERB" or token.tag_ not in _TAGS or any(c.dep_ == "prt" for c in token.children):
        return None
    names, lemma = lexicon("plain"), token.lemma_.lower()
    below = {c.dep_ for c in token.children}
    if lemma in ("allow", "permit") and "auxpass" not in below and (to := _to(token)) is not None:
        return ((token.i, form_of("let", _TAGS[token.tag_])), (to.i, ""))
    objects, frame = bool(below & {"dobj", "nsubjpass"}), None
    if objects and "dative" not in below:
        frame = names["with_object"].get(lemma)
    elif "xcomp" in below:
        frame = names["before_to"].get(lemma)
    elif not below & {"ccomp", "acomp", "attr", "oprd", "dative", "dobj", "nsubjpass"}:
        frame = names["alone"].get(lemma)
    if frame is None or (token.tag_ == "VBN" and token.dep_ in ("amod", "acl")):
        return None
    first, *rest = frame.split(" ")
    return ((token.i, _cased(" ".join([form_of(first, _TAGS[token.tag_]), *rest]), token)),)


def _to(verb: Token) -> Token | None:
    """The "to" of what someone is allowed to do, where he is named between."""
    act = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i and c.tag_ == "VB"), None)
    if act is None or not any(c.dep_ == "nsubj" for c in act.children):
        return None
    to = next((c for c in act.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    negated = any(c.dep_ == "neg" for c in act.children)
    return None if negated or to is None or to.i + 1 != act.i else to


def _kind(token: Token, kept: set[int]) -> tuple[tuple[int, str], ...] | None:
    """Of "the city of Oslo" all but the name."""
    if token.lower_ not in lexicon("plain")["kinds"] or token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "of":
        return None
    name = token.nbor(2)
    others = [c for c in token.children if c.i not in (token.i - 1, token.i + 1) and not c.is_punct]
    article = token.nbor(-1) if token.i else token
    if name.pos_ != "PROPN" or name.i not in kept or others or article.lower_ != "the" or article.i not in kept:
        return None
    return ((article.i, ""), (token.i, ""), (token.i + 1, ""))


def is_bare_article(token: Token) -> bool:
    """Whether a word is an article that a telegram would leave out: not "a share", not "off-the-chart"."""
    if token.lower_ not in ("the", "a", "an") or token.dep_ != "det" or token.head.dep_ == "npadvmod":
        return False
    if token.i and (token.nbor(-1).lower_ in _BOUND or token.nbor(-1).text == "-"):
        return False
    if token.i + 1 < len(token.doc) and (token.nbor(1).lower_ in _COUNTED):
        return False
    return bool(token.whitespace_) and token.head.ent_type_ not in ("PERSON",)


def _missed(article: Token) -> int:
    """How much an article is missed: hardly before a plural, most where the line begins or before one of a kind."""
    noun = article.head
    if article.nbor(1).tag_ in ("JJS", "RBS"):
        return 4
    if noun.tag_ in ("NNS", "NNPS"):
        return 0 if article.lower_ == "the" else 3
    if noun.tag_ == "NNP":
        return 3
    return 2 + (article.lower_ != "the") + (noun.dep_ in ("nsubj", "nsubjpass"))


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in ("ORG", "GPE", "PERSON", "FAC", "EVENT", "LAW", "WORK_OF_ART")


def _cased(word: str, token: Token) -> str:
    return word[:1].upper() + word[1:] if token.text[:1].isupper() else word
