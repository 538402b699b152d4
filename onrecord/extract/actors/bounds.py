"""Where a name begins and ends: the parser's spans cut, parted, grown, and freed of titles and jobs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.extract.gazetteer import country_of

from .kinds import is_job, is_title, is_weak_title, kind_of_body, listed, seats, split_title, title_words
from .persons import has_given_name

_LEADING = frozenset(
    {"ADP", "DET", "CCONJ", "SCONJ", "PRON", "PART", "ADV", "INTJ", "AUX", "PUNCT", "SPACE", "NUM", "VERB"}
)
_MARKS = frozenset({"(", "[", "]", ")", "--", "—", "–", "/", "|", "“", "”", '"', ";", ":", "@", "#"})
_TICKER = re.compile(r"^[A-Z0-9]{1,6}\.[A-Z]{1,2}$")
_NICKNAME = re.compile(r"(?<=\w) [“\"‘'(][^”\"’')]{2,25}[”\"’')] (?=[A-Z])")
NICKNAMED = "NICKNAMED"
"""The label of a name with a nickname in it, which is one name however many marks it has."""
POSTNOMINALS = frozenset(["KC", "QC", "OBE", "CBE", "MBE", "DBE", "KBE", "MD", "PhD", "Ph.D.", "Esq", "JD", "RN"])
"""Letters behind a name that are no part of it."""
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True)
class Piece:
    """One stretch of words that may be a name; `title` stands before it and is no part of it."""

    tokens: Tokens
    label: str
    title: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Its words as printed."""
        return printed(self.tokens)


def printed(tokens: Tokens) -> tuple[str, ...]:
    """The words of a name as printed, without a nickname in quotation marks in the middle."""
    text = "".join(t.text_with_ws for t in tokens)
    return tuple((_NICKNAME.sub(" ", text) if len(tokens) > 3 else text).split())


def pieces(tokens: Tokens) -> Iterator[Piece]:
    """The names in a stretch that the parser took for one, in order; none in a job or a stretch without capitals."""
    if tokens.label_ == NICKNAMED:
        yield Piece(tokens, "PERSON")
        return
    for part in map(_cut, _parted(tokens)):
        if len(part) and any(t.text[:1].isupper() for t in part):
            yield from _freed(part, tokens.label_)


def _parted(tokens: Tokens) -> Iterator[Tokens]:
    """Parted at marks, behind an owner, and between two bodies in one breath."""
    start = tokens.start
    for token in tokens:
        if _is_mark(token) or _is_joint(token, tokens, start) or _is_owned_from(token, tokens, start):
            yield tokens.doc[start : token.i]
            start = token.i + 1
    yield tokens.doc[start : tokens.end]


def _is_joint(token: Token, tokens: Tokens, start: int) -> bool:
    """`Senate and House`, `World Bank and Amnesty International`; never `Department of Health and Human Services`."""
    if token.lower_ != "and" or token.i + 1 >= tokens.end:
        return False
    left, right = tokens.doc[start : token.i], tokens.doc[token.i + 1 : tokens.end]
    if any(t.lower_ in {"of", "for"} for t in left) or not left:
        return False
    people = tokens.label_ == "PERSON" or has_given_name([t.text for t in right])
    whole = kind_of_body([left[-1].text]) is not None and right[0].text[:1].isupper() and len(left) > 1
    return people or whole


def _is_mark(token: Token) -> bool:
    dash = token.text == "-" and bool(token.whitespace_)
    return dash or token.text in _MARKS or (token.is_space and "\n" in token.text)


def _is_owned_from(token: Token, tokens: Tokens, start: int) -> bool:
    """Whether a country or a person owns what follows; `Lloyd's of London` is one name."""
    if token.tag_ != "POS" or token.i + 1 >= tokens.end:
        return False
    words = tokens.doc[start : token.i]
    text = words.text.removeprefix("the ")
    if country_of(text) is not None or text.lower() in seats("houses"):
        return True
    right = tokens.doc[token.i + 1 : tokens.end]
    return any(len(w) > 1 and has_given_name([t.text for t in w]) for w in (words, right))


def _cut(tokens: Tokens) -> Tokens:
    """Without small words in front, and without marks, possessives and small words behind."""
    doc, start, end = tokens.doc, tokens.start, tokens.end
    while start < end and _is_small(doc[start]) and not _may_open(doc[start]):
        start += 1
    while start < end and (not _may_close(doc[end - 1]) or (end - start > 2 and doc[end - 1].text in POSTNOMINALS)):
        end -= 1
    return doc[start:end]


def _is_small(token: Token) -> bool:
    return not token.text[:1].isupper() or token.pos_ in _LEADING


def _may_open(token: Token) -> bool:
    """Particles and titles that begin a name in lower case, and names that the parser takes for small words."""
    text = token.text
    if text.lower() in {"the", "a", "an"} or token.is_space:
        return False
    name = token.tag_ in {"NNP", "NNPS"} or (len(text) > 1 and text.isupper() and text.isalpha())
    particle = text.lower().startswith(("al-", "el-")) or text.lower() in {"van", "von", "de", "al", "el"}
    return particle or (text[:1].isupper() and name)


def _may_close(token: Token) -> bool:
    text = token.text
    return not (
        token.is_space
        or token.tag_ == "POS"
        or text.lower() in {"'s", "’s", "'", "’", ",", ")", ".", "and", "of", "the"}
        or text in _MARKS
        or (text.islower() and token.pos_ in {"ADP", "VERB", "AUX", "ADV", "PUNCT", "CCONJ"})
    )


def _freed(tokens: Tokens, label: str) -> Iterator[Piece]:
    """A name without the title or job in front of it; a job alone is no name."""
    words = [t.text for t in tokens]
    grown = _with_title(tokens)
    title = _title(grown, tokens) if label != "ORG" or grown.start < tokens.start else None
    role = _last_role(words)
    body = kind_of_body(words)
    rest = words[role + 1 :]
    named = has_given_name(rest) or (role >= 0 and _is_surname(tokens[-1]))
    if role >= 0 and ((not body and label != "ORG") or (named and not kind_of_body(rest))):
        bare = tokens.doc[tokens.start + role + 1 : tokens.end]
        first = next(i for i, word in enumerate(words) if _is_role(word))
        if first > 0:
            yield Piece(tokens.doc[tokens.start : tokens.start + first], "")
        yield Piece(bare, "PERSON", title=_title(_with_title(bare), bare))
    elif is_job(words) and not has_given_name(words):
        first = next((i for i, word in enumerate(words) if _is_role(word)), 0)
        if first > 0:
            yield Piece(tokens.doc[tokens.start : tokens.start + first], "")
    elif _is_office(words) or _TICKER.search(tokens.text):
        return
    else:
        yield Piece(tokens, label, title=title)


def _is_surname(token: Token) -> bool:
    """Whether the parser takes longer words that end so for a person elsewhere in the article."""
    return any(e.label_ == "PERSON" and len(e) > 1 and e[-1].text == token.text for e in token.doc.ents)


def _is_office(words: list[str]) -> bool:
    """`Bishop of Lyon`, `Secretary of State`: an office, and not who holds it."""
    many = words[0].lower().removesuffix("s") in listed("people")
    return len(words) > 2 and words[1].lower() == "of" and (many or is_title_word(words[0]) or is_job(words[:1]))


def _last_role(words: list[str]) -> int:
    """The place of the last word of the title or job in front of a name; -1 if there is none."""
    if len(words) > 1 and has_given_name(words) and not is_title_word(words[0]):
        return -1
    for i in range(len(words) - 2, -1, -1):
        dot = int(words[i + 1] == ".")
        rest = words[i + 1 + dot :]
        if _is_role(words[i]) and 0 < len(rest) <= 4 and rest[0][:1].isupper() and rest[0].lower() not in _SUFFIXES:
            return i + dot
    return -1


def _is_role(word: str) -> bool:
    low = word.lower()
    return word[:1].isupper() and (is_title_word(low) or low in listed("people")) and low not in {"chair"}


def is_title_word(word: str) -> bool:
    """Whether a word is one of a title's."""
    return word.lower().rstrip(".") in title_words() - {"of", "state"}


def _with_title(tokens: Tokens) -> Tokens:
    """Grown to the left over titles that the parser left outside the name."""
    doc, start = tokens.doc, tokens.start
    low = tokens[0].sent.start
    while start > low:
        # The tokenizer parts the full stop from most ranks.
        if doc[start - 1].text == "." and start - 1 > low and doc[start - 2].lower_ in title_words():
            start -= 2
        elif is_title(doc[start - 1]):
            start -= 1
        elif doc[start - 1].lower_ == "of" and start - 1 > low and is_title(doc[start - 2]):
            start -= 2
        else:
            break
    return doc[start : tokens.end]


def _title(grown: Tokens, name: Tokens) -> str | None:
    """The title at the end of the words before a name. An `Officer` behind `Chief Commercial` is a job, no rank."""
    before = grown.doc[grown.start : name.start]
    if not len(before):
        return split_title("".join(t.text_with_ws for t in name).split())[0]
    words = "".join(t.text_with_ws for t in before).split()
    title = split_title([*words, "x"])[0]
    outer = grown.doc[grown.start - 1] if grown.start > 0 else None
    job = outer is not None and _is_part_of_job(outer)
    return None if title and job and is_weak_title(title) else title


def _is_part_of_job(token: Token) -> bool:
    return token.text[:1].isupper() and not token.is_sent_start and token.pos_ in {"PROPN", "ADJ", "NOUN"}
