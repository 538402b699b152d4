"""What the article says an actor is: role, affiliation, country, from the words around the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.extract.gazetteer import country_of, nation_of_adjective

from .kinds import gender_of, is_calling, is_plural, listed, noun_of
from .names import Name, is_headline
from .stage import Player

_JOINS = frozenset({"of", "at", "for", "with", "from", "in"})
_BELONGING = frozenset({"of", "to", "for", "by", "with", "under", "from", "at", "against", "on", "behind", "over"})
_OF_BODY = frozenset({"of", "at", "for", "with", "from"})
_AGE_BEHIND = re.compile(r",\s(?:aged\s)?(\d{1,3})(?=[,.;)]|\s(?:and|who|of|from)\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old\b[^,.;]*$")
_BARE = re.compile(r"^(?:now\s+)?(?:the|a|an|one|another)\s+", re.I)


def describe(doc: Doc, player: Player, names: Sequence[Name]) -> None:
    """Sets role, affiliation and country of a person, from the first mention that gives them."""
    for mention in (n for n in player.names if not is_headline(doc[n.start].sent)):
        player.age = player.age or _age(doc, mention)
        for words in _descriptions(doc, mention):
            head = _head(words)
            if head is None or is_plural(head) or _is_about_others(words, mention, names):
                continue
            player.heads.add(noun_of(head))
            player.gender = player.gender or gender_of([head.text])
            if player.role is None:
                player.role = _role(words)
                player.owner = words[0] if words[0].lower_ in {"its", "their"} else None
                player.affiliation = _affiliation(words, names)
            player.country = player.country or _country(words)
            if player.affiliation is None and len(words) > 1 and words[1].tag_ == "POS":
                player.affiliation = country_of(words[0].text)


def describe_bodies(doc: Doc, player: Player, names: Sequence[Name]) -> None:
    """Sets the body that stands right behind a name: `Ana Ruiz of Harlow Bank`."""
    for mention in player.names:
        behind = doc[mention.end : mention.end + 2].text.lower().split()
        if player.affiliation is None and behind and behind[0] in {"of", "at", "from", "with"}:
            start = mention.end + 1 + (len(behind) > 1 and behind[1] == "the")
            body = next((n for n in names if n.label == "body" and n.start == start), None)
            player.affiliation = body.text if body is not None else None


def _is_about_others(words: Sequence[Token], name: Name, names: Sequence[Name]) -> bool:
    """Whether another person stands among the words, or right behind them as the one they describe."""
    low, high = words[0].i, words[-1].i + 1
    doc = words[0].doc
    if words[0].lower_ in {"no", "not", "neither", "nor", "any", "every"}:
        return True
    people = [n for n in names if n.label == "person" and n is not name and n.text not in name.text]
    inside = [n for n in people if low <= n.start < high and doc[n.end : n.end + 1].text not in {"’s", "'s", "’", "'"}]
    if any(doc[n.start - 1].lower_ not in _BELONGING for n in inside):
        return True
    after = [n for n in people if n.start == high + 1 and doc[high].text == "," and low > name.start]
    return bool(after) and doc[after[0].end : after[0].end + 1].text == ","


def _age(doc: Doc, name: Name) -> int | None:
    """`Ana Ruiz, 42,` and `42-year-old Ana Ruiz`."""
    behind = _AGE_BEHIND.match(doc[name.end : name.end + 5].text)
    before = _AGE_BEFORE.search(doc[max(0, name.start - 10) : name.start].text)
    found = behind or before
    return int(found[1]) if found else None


def _descriptions(doc: Doc, name: Name) -> Iterator[list[Token]]:
    """The runs of words that say what the bearer of a name is: before it, behind it, or what it stands behind."""
    token = doc[name.start : name.end].root
    before = [t for t in doc[token.left_edge.i : name.start] if t.i < name.start]
    if before and before[-1].text not in {",", "—"}:
        yield _clean(before)
    if doc[name.end : name.end + 1].text in {"’s", "'s", "’", "'"}:
        return
    if token.dep_ == "appos" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i < name.start:
        yield _clean(list(doc[token.head.left_edge.i : name.start]))
    for child in token.children:
        if child.dep_ == "appos" and child.i >= name.end:
            yield _clean(list(doc[child.left_edge.i : _end(child)]))
    if after := _behind_comma(doc, name):
        yield after
    if before := _before_comma(doc, name):
        yield before


def _behind_comma(doc: Doc, name: Name) -> list[Token]:
    """`, a spokesman for the port,`: up to the next comma, where it begins like a description."""
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return []
    run: list[Token] = []
    for token in doc[name.end + 1 : name.end + 22]:
        if token.pos_ in {"VERB", "AUX"} and token.tag_ in {"VBD", "VBZ", "VBP"} and not _is_clause(run):
            return []
        if (
            token.text in {",", ".", ";", "—", ":"}
            or token.is_space
            or token.text in '“”"'
            or token.lower_ in {"who", "said", "told"}
        ):
            break
        run.append(token)
    return (
        _clean(run) if run and _head(_clean(run)) is not None and run[0].pos_ in {"DET", "NOUN", "ADJ", "PROPN"} else []
    )


def _is_clause(run: Sequence[Token]) -> bool:
    """Whether a relative clause has begun: its verbs are no verb of the description's own."""
    return any(t.tag_ in {"WP", "WDT", "WRB"} or t.lower_ == "that" for t in run)


def _before_comma(doc: Doc, name: Name) -> list[Token]:
    """`The former mayor of Oslo, Ana Ruiz,`: from the article or owner on, where only a description stands before."""
    if name.start < 3 or doc[name.start - 1].text != "," or doc[name.end : name.end + 1].text not in {",", "."}:
        return []
    for i in range(name.start - 2, max(doc[name.start].sent.start, name.start - 16) - 1, -1):
        if doc[i].text == "," or doc[i].pos_ in {"VERB", "AUX"} or doc[i].is_space:
            return []
        if doc[i].dep_ in {"det", "poss"} and _may_begin(doc[i]) and doc[i].head.i < name.start:
            return _clean(list(doc[i : name.start - 1]))
    return []


def _may_begin(token: Token) -> bool:
    """Whether a description can begin at a word: at the head of a sentence, or behind a comma, a mark or a verb."""
    if token.i == token.sent.start:
        return True
    before = token.nbor(-1)
    return before.text in {",", "“", '"'} or before.pos_ in {"VERB", "AUX", "ADP"}


def _end(head: Token) -> int:
    """The end of a description: before its first comma or relative clause."""
    for token in head.doc[head.i + 1 : head.right_edge.i + 1]:
        if token.text in {",", ";", "—", "("} or token.lower_ in {"who", "which"}:
            return token.i
    return head.right_edge.i + 1


def _clean(tokens: list[Token]) -> list[Token]:
    kept = [t for t in tokens if not t.is_space]
    while kept and kept[-1].text in {",", "—", "(", "”", '"'}:
        kept.pop()
    while kept and kept[0].text in {",", "—", "“", '"'}:
        kept.pop(0)
    return kept


def _head(words: Sequence[Token]) -> Token | None:
    """The noun for a person that a description turns on: the last one before its first preposition."""
    for i, token in enumerate(words):
        if token.lower_ in _JOINS:
            words = words[:i]
            break
    return next((t for t in reversed(words) if is_calling(noun_of(t)) and t.pos_ in {"NOUN", "PROPN"}), None)


def _role(words: Sequence[Token]) -> str | None:
    text = _BARE.sub("", "".join(t.text_with_ws for t in words).strip())
    kept = [t for t in text.split() if t]
    while kept and kept[-1].lower() in listed("titles") and kept[-1].endswith("."):
        kept.pop()
    while kept and kept[-1].lower() in _JOINS:
        kept.pop()
    role = " ".join(kept).rstrip(",")
    return role if role and role.lower() not in listed("titles") else None


def _affiliation(words: Sequence[Token], names: Sequence[Name]) -> str | None:
    """The body behind `of`, `at`, `for` or `with`, or the one that the role's noun belongs to."""
    low, high = words[0].i, words[-1].i + 1
    for name in names:
        inside = low <= name.start and name.end <= high
        if inside and name.label == "body" and _is_joined(words[0].doc, name):
            return name.text
    return None


def _is_joined(doc: Doc, name: Name) -> bool:
    before = [t.lower_ for t in doc[max(0, name.start - 4) : name.start]]
    owner = name.end < len(doc) and doc[name.end].tag_ == "POS"
    compound = name.end < len(doc) and doc[name.end].lemma_.lower() in listed("people")
    return owner or compound or any(w in _OF_BODY for w in before)


def _country(words: Sequence[Token]) -> str | None:
    """The country of an adjective or an owner among the words before the role's noun."""
    for token in words:
        nation = nation_of_adjective(token.text)
        if nation is not None:
            return nation.name
        owner = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS"
        if (owner or token.text in {"U.S.", "U.K.", "US", "UK"}) and country_of(token.text):
            return country_of(token.text)
    return None
