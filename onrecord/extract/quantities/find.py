"""Every amount in an article's body, with its operator and unit; what only looks like one is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens

from onrecord.model import FoundEquipment, FoundQuantity, FoundTime, Operator, Span, Value

from ..lexicons import lexicon
from ..numerals import value_of
from ..reading import Reading, span_of
from .counted import noun_of, uncounted, unit_of
from .patterns import amount, operator_patterns, pair, unit_names


def find_quantities(
    reading: Reading, *, times: Sequence[FoundTime], equipment: Sequence[FoundEquipment]
) -> tuple[FoundQuantity, ...]:
    """Numbers that count or measure something, in text order. Dates, names and designations with digits are none.

    A vague count ("dozens of") is a range from one of its kind to ten. A plural in a list with counted nouns that has
    no number of its own has the value None: a number is never borrowed from its neighbour.
    """
    taken = [Span(*time.span) for time in times if time.type in ("DATE", "TIME")]
    taken += [Span(*mention) for kind in equipment for mention in kind.mentions]
    found: list[FoundQuantity] = []
    for sentence, _ in reading.sentences:
        found += _in_sentence(reading, sentence.span, taken)
    return tuple(sorted(_without_doubles(found), key=lambda quantity: quantity.span))


def _in_sentence(reading: Reading, sentence: Span, taken: Sequence[Span]) -> Iterator[FoundQuantity]:
    end = sentence.start
    for match in amount().finditer(reading.plain, *sentence):
        span = _trimmed(match)
        if match.start() < end or any(span.overlaps(other) for other in taken):
            continue
        if (found := _quantity(reading, match, span)) is not None:
            end = found.span.end
            yield found
            yield from _without_number(reading, span)


def _trimmed(match: re.Match[str]) -> Span:
    """The match without the blank or hyphen that parts it from what follows."""
    text = match.group()
    return Span(match.start(), match.start() + len(text.rstrip(" \u00a0-")))


def _quantity(reading: Reading, match: re.Match[str], span: Span) -> FoundQuantity | None:
    tokens = reading.tokens(span)
    value = _value(match)
    if tokens is None or value is None or _is_name(reading.plain, match):
        return None
    unit, of = _unit(match, tokens)
    if unit is None and not _is_amount(match, tokens):
        return None
    if paired := pair().match(reading.plain, span.end):
        span = Span(span.start, paired.end()) if unit is not None else span
    return FoundQuantity(span=span, value=value, unit=unit, operator=_operator(reading.plain, match), of=of)


def _value(match: re.Match[str]) -> Value | None:
    if match["vague"]:
        low, high = lexicon("numbers")["vague"][match["vague"].lower()]
        return (low, high)
    first = value_of(match["low"].lstrip("-−"))
    if first is None:
        return None
    scale = lexicon("numbers")["letters"].get((match["letter"] or "").lower(), 1)
    if match["high"] is None:
        return _whole(first * scale * (-1 if match["low"][0] in "-−" else 1))
    second = value_of(match["high"])
    if second is None:
        return None
    # "2 to 3 million": the scale belongs to both.
    word = re.search(r"(?:hundred|thousand|million|billion|trillion)$", match["high"].lower())
    shared = lexicon("numbers")["scales"][word[0]] if word and first < 1000 else 1
    low, high = _whole(first * shared * scale), _whole(second * scale)
    return (low, high) if low < high else low


def _whole(value: float) -> int | float:
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _unit(match: re.Match[str], tokens: Tokens) -> tuple[str | None, str | None]:
    """The unit, and what is counted or measured in the article's words."""
    rate = f" per {match['rate'].lower()}" if match["rate"] else ""
    if match["sign"]:
        signs = {sign.lower(): name for sign, name in lexicon("units")["signs"].items()}
        return signs[match["sign"].lower()] + rate, None
    if match["unit"]:
        return unit_names()[match["unit"].lower()] + rate, _measured(tokens)
    noun = noun_of(tokens)
    if noun is None:
        return None, None
    unit = unit_of(noun, tokens)
    return unit_names().get(unit.lower(), unit), None


def _measured(tokens: Tokens) -> str | None:
    """What a measure is of: "20 tons of bombs"."""
    after = tokens.doc[tokens.end : tokens.end + 3]
    if len(after) > 1 and after[0].lower_ == "of":
        noun = next((token for token in after[1:] if token.pos_ == "NOUN"), None)
        return noun.text if noun is not None else None
    return None


def _is_amount(match: re.Match[str], tokens: Tokens) -> bool:
    """Whether a number with nothing behind it is an amount: not the pronoun "one", not part of a name or a result."""
    if match["vague"]:
        return True
    if match["high"]:  # a dash between bare numbers makes results and telephone numbers as well as ranges
        words = re.search(r"\s(?:to|and|or)\s", match.group())
        return bool(words) and tokens.root.dep_ in ("pobj", "dobj", "attr")
    if match["low"].lower() in ("one", "a", "an") or any(
        token.ent_type_ in ("PERSON", "DATE", "LAW") for token in tokens
    ):
        return False
    return bool(tokens.root.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "pobj", "nummod", "npadvmod"))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the number names something, as behind "Resolution" or in a phone number."""
    before = re.search(r"([\w.]+)\s+$", text[max(0, match.start() - 20) : match.start()])
    if match["unit"] is None and match["sign"] is None and before:
        word = before[1]
        if word.lower().rstrip(".") in lexicon("operators")["names"] and (word[0].isupper() or word.lower() == "no."):
            return True
    low = (match["low"] or "").lower()
    behind = text[match.end() : match.end() + 16].lower()
    return low == "one" and bool(re.match(r"\s*(?:of\b|another\b|day\b|thing\b|who\b|that\b)", behind))


def _operator(text: str, match: re.Match[str]) -> Operator:
    """The sign of the longest words before the number, then of those behind it: "no more than" holds "more than"."""
    before, after = text[max(0, match.start() - 28) : match.start()], text[match.end() : match.end() + 24]
    ahead = [(len(words[0]), sign) for sign, pattern, _ in operator_patterns() if (words := pattern.search(before))]
    if ahead:
        return max(ahead, key=lambda pair: pair[0])[1]
    return next((sign for sign, _, behind in operator_patterns() if behind.search(after)), "=")


def _without_number(reading: Reading, span: Span) -> Iterator[FoundQuantity]:
    tokens = reading.tokens(span)
    noun = noun_of(tokens) if tokens is not None else None
    if tokens is None or noun is None:
        return
    for other in uncounted(noun):
        words = [child for child in other.lefts if child.dep_ in ("amod", "compound")] + [other]
        place = Span(words[0].idx, span_of(other).end)
        named = " ".join(word.text for word in words)
        yield FoundQuantity(
            span=place, value=None, unit=named.removesuffix(other.text) + other.lemma_.lower(), of=named
        )


def _without_doubles(found: Sequence[FoundQuantity]) -> list[FoundQuantity]:
    numbered = [quantity for quantity in found if quantity.value is not None]
    bare = {q.span: q for q in found if q.value is None and not any(q.span.overlaps(n.span) for n in numbered)}
    return [*numbered, *bare.values()]
