"""From a clause to a line that a page can print: whole, short, without what only hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from ..lexicons import lexicon
from .clauses import Clause

MARKS = frozenset({"that", "while", "whereas", "although", "though"})
"""Words that set a clause beside another, and say nothing of it where it stands alone."""
_OPEN, _CLOSE = "([{", ")]}"
_QUOTES = '“”"„«»‘`'


def kept_words(clause: Clause) -> list[Token]:
    """The clause's words without asides, in the order in which they are printed."""
    dropped = {t.i for aside in _asides(clause) for t in aside}
    bracketed = _bracketed(clause.words)
    # A sentence that stands in brackets as a whole is told like any other.
    dropped |= (set() if clause.root.i in bracketed else bracketed) | not_only(clause.root)
    first = opening_of(clause)
    rest = (t for t in clause.words if t.i not in {w.i for w in first})
    words = [t for t in (*clause.subject, *first, *clause.shared, *rest) if t.i not in dropped]
    if any(t.head.i == clause.root.i for t in clause.subject):
        words.sort(key=lambda t: t.i)
    while words and (words[-1].is_punct or words[-1].dep_ == "cc") and words[-1].text not in _QUOTES:
        words.pop()
    if clause.passive:
        words = _turned(clause, words)
    return words


def opening_of(clause: Clause) -> tuple[Token, ...]:
    """What goes before auxiliaries that a clause shares with the one before: "and several (were) injured"."""
    if not clause.shared or clause.root.tag_ not in ("VBN", "VBG"):
        return ()
    return tuple(t for t in clause.words if t.i < clause.root.i and t.dep_ != "cc" and not t.is_punct)


def not_only(root: Token) -> set[int]:
    """The words "not only" before a verb that "but" goes on from: both clauses hold, and each stands alone."""
    negation = next((c for c in root.children if c.lower_ == "not" and c.i < root.i), None)
    goes_on = any(c.dep_ == "cc" and c.lower_ == "but" for c in root.children)
    if negation is None or not goes_on or negation.nbor(1).lower_ != "only":
        return set()
    return {negation.i, negation.i + 1}


def _turned(clause: Clause, words: list[Token]) -> list[Token]:
    """Object first, then the verb: "killing five people in Rome" as five people, (were) killed, in Rome."""
    objects = {t.i for c in clause.root.children if c.dep_ == "dobj" for t in c.subtree}
    first = [t for t in words if t.i in objects]
    return [*first, *(t for t in words if t.i not in objects)]


def _asides(clause: Clause) -> Iterator[list[Token]]:
    printed = {t.i for t in (*clause.subject, *clause.shared, *clause.words)}
    for token in (*clause.subject, *clause.words):
        if token.i != clause.root.i and token.head.i in printed and _is_aside(token, clause):
            yield list(token.subtree)


def _is_aside(token: Token, clause: Clause) -> bool:
    low, words = token.lower_, lexicon("facts")
    start = token.left_edge
    before = start.nbor(-1) if start.i else start
    after_comma = before.text in (",", "—", "–", "--") or (before.text == "-" and bool(before.whitespace_))
    own = token.head.i == clause.root.i
    if token.dep_ == "appos":
        beside = [c for c in (*token.children, *token.head.children) if c.i != token.i]
        told = token.head.pos_ == "PROPN" and start.lower_ in ("a", "an", "the") and not list(token.head.conjuncts)
        listed = any(c.dep_ in ("cc", "conj") for c in beside) and not told
        # Who "the judge, Anita Desmond," is, a reader wants to know.
        named = token.head.pos_ == "NOUN" and token.pos_ == "PROPN" and token.ent_type_ == "PERSON"
        return not listed and not named and (after_comma or before.text in _OPEN)
    if token.dep_ == "relcl":
        return after_comma or token.head.pos_ == "PROPN"
    if token.dep_ == "acl":
        return after_comma
    if token.dep_ == "advcl" and token.tag_ == "VBG" and after_comma and not _conditional(token):
        return True
    if token.dep_ in ("advcl", "npadvmod", "prep") and own and not _conditional(token):
        if token.dep_ == "advcl":
            return after_comma or start.i == clause.words[0].i
        return token.dep_ == "npadvmod" and after_comma and token.pos_ == "NOUN" and _describes(token)
    if low == "here" and token.dep_ == "advmod" and own and token.i > clause.root.i and clause.root.lemma_ != "be":
        return True  # where the reporter was: the dateline says it
    if token.dep_ in ("advmod", "cc", "mark", "prep") and own:
        first = all(t.i >= start.i or t.is_punct or t.dep_ == "cc" for t in clause.words)
        return (low in words["discourse"] and (first or low in words["fillers"])) or (
            low in MARKS and token.dep_ == "mark"
        )
    return False


def _describes(token: Token) -> bool:
    """A noun phrase that comments on the clause: ", an unprecedented move that ..."."""
    return any(c.dep_ in ("det", "relcl") for c in token.children)


def _conditional(token: Token) -> bool:
    """Whether leaving this out would say more than the article says: "if", "unless", "until", "without" ..."""
    conditions = lexicon("facts")["conditions"]
    if token.dep_ == "advcl" and token.left_edge.lower_ in ("had", "were", "should") and token.left_edge.i != token.i:
        return True  # "had he been warned"
    return token.lower_ in conditions or any(c.lower_ in conditions for c in token.children)


def _bracketed(words: Sequence[Token]) -> set[int]:
    depth, inside = 0, set()
    for token in words:
        depth += token.text in _OPEN
        if depth:
            inside.add(token.i)
        depth -= token.text in _CLOSE and depth > 0
    return inside


def line_of(words: Sequence[Token], spoken: Mapping[int, str]) -> str:
    """The words as one line: capital first, full stop last, no stray commas. `spoken` replaces words by place."""
    kept = [t for t in words if not t.is_space]
    places = {t.i for t in kept if not t.is_punct or t.text in _QUOTES or t.tag_ == "HYPH"}
    printed = [t for t in kept if not t.is_punct or _stays(t, places)]
    alone = _lone_comma(printed, places)
    printed = [t for t in printed if t is not alone]
    pieces: list[str] = []
    for token, after in zip(printed, [*printed, None][1:], strict=True):
        text = _fitting(token, after, spoken) if token.lower_ in ("a", "an") else spoken.get(token.i, token.text)
        glued = after is not None and after.i == token.i + 1 and not token.whitespace_
        pieces.append(text if glued else text + " ")
    return _tidy("".join(pieces))


def _lone_comma(printed: Sequence[Token], places: set[int]) -> Token | None:
    """The comma between subject and verb that has lost its fellow: "Abe, on a visit to Oslo (, its capital,) spoke"."""
    root = next((t for t in printed if t.pos_ in ("VERB", "AUX") and t.head.i not in places - {t.i}), None)
    if root is None:
        return None
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i in places), None)
    if subject is None or any(c.dep_ in ("conj", "cc") for c in subject.children):
        return None
    between = [t for t in printed if t.text == "," and subject.i < t.i < root.i]
    first = any(c.i > between[0].i and c.dep_ in ("advcl", "conj") for c in root.lefts) if between else True
    return between[0] if len(between) == 1 and not first else None


def _fitting(article: Token, after: Token | None, spoken: Mapping[int, str]) -> str:
    """The article "a" or "an" as the word behind it wants it, where that is another than in the text."""
    if article.i in spoken or after is None or not spoken.get(after.i):
        return spoken.get(article.i, article.text)
    an = "an" if spoken[after.i][0].lower() in "aeio" else "a"
    return an.capitalize() if article.text[0].isupper() else an


def _stays(mark: Token, places: set[int]) -> bool:
    if mark.tag_ == "HYPH" or mark.text in ("-", "’", "'", "/", "&"):
        return mark.i - 1 in places and mark.i + 1 in places
    if mark.i + 1 >= len(mark.doc):
        return False
    if mark.text in _QUOTES or mark.text in "%$€£":
        return True
    follows = mark.i + 1 in places or (mark.i + 2 in places and mark.nbor(1).lower_ in ("the", "a", "an"))
    listed = mark.text == "," and any(c.dep_ == "conj" and c.i > mark.i for c in mark.head.children)
    return mark.text in (",", ":", ";") and follows and (mark.i - 1 in places or listed)


def _tidy(line: str) -> str:
    line = re.sub(r"\s+", " ", line).strip()
    line = re.sub(r"\s+([,.;:”’%])", r"\1", line)
    line = re.sub(r"([“(])\s+", r"\1", line)
    line = re.sub(r"([,;:])(?=[,;:.])", "", line)
    line = _balanced(line).strip(" ,;:—–-")
    line = line.rstrip(".…") if not re.search(r"\b[A-Z]\.$", line) else line
    line = re.sub(r",([”\"])$", r"\1", line.strip(" ,;:—–-"))
    if not line:
        return ""
    line = line[0].upper() + line[1:]
    if line[-1] in ".?!" or line[-2:] in (".”", "?”", "!”"):
        return line
    return f"{line[:-1]}.”" if line[0] == "“" and line[-1] == "”" and line.count("“") == 1 else line + "."


def _balanced(line: str) -> str:
    if line.count("“") != line.count("”"):
        line = re.sub("[“”]", "", line)
    if line.count('"') % 2:
        line = line.replace('"', "")
    return line


def terse(line: str) -> str:
    """The line with common long phrases in their short form.

    >>> terse("It sold 40 percent of it, rather than all.")
    'It sold 40% of it, not all.'
    """
    short = lexicon("facts")["terse"]
    line = _longer().sub(lambda found: short[found[0]], line)
    return re.sub(r"(?<=\d) (?:percent|per cent)\b", "%", line)


@cache
def _longer() -> re.Pattern[str]:
    """Any of the phrases that have a short form, the longest first."""
    phrases = sorted(lexicon("facts")["terse"], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])")


def without(words: Sequence[Token], dropped: Iterable[Token]) -> list[Token]:
    """`words` without `dropped`, in the same order."""
    gone = {t.i for t in dropped}
    return [t for t in words if t.i not in gone]
