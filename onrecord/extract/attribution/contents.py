"""What a cue attributes: the tokens of its content, by the frame its verb takes."""

from __future__ import annotations

from spacy.tokens import Token

from .cues import Sense, Verb, words
from .sources import noun_phrase

_OBJECTS = frozenset({"dobj", "obj"})
_PAIRED = frozenset(["for", "as", "of", "against", "over", "with", "about", "on", "from", "to", "by"])


def tree(token: Token) -> set[int]:
    """The numbers of a token and all below it."""
    return {t.i for t in token.subtree}


def content_of(verb: Token, entry: Verb) -> tuple[set[int], Sense | None] | None:
    """Content and sense by the first frame that fits; None if the verb attributes nothing here."""
    frames = entry.frames
    clause = _clause(verb) or _hung_on_noun(verb)
    if clause and ("clause" in frames or "quote" in frames):
        return _from_that(verb, clause), frames.get("clause", frames.get("quote"))
    if "naming" in frames and (named := _naming(verb)):
        return named, frames["naming"]
    if "infinitive" in frames and (infinitive := _infinitive(verb)):
        return infinitive, frames["infinitive"]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in entry.prepositions and not _is_setting(child):
            return tree(child) | _asked(verb, child), entry.prepositions[child.lower_]
    if "object" in frames and (thing := _object(verb)):
        return thing, frames["object"]
    if "pair" in frames and (thing := _pair(verb)):
        return thing, frames["pair"]
    if "finding" in frames and (thing := _finding(verb)):
        return thing, frames["finding"]
    if frames.get("object") in {"deny", "doubt"} and verb.dep_ == "relcl":
        return set(noun_phrase(verb.head, cue=verb)) - tree(verb), frames["object"]
    if "clause" in frames and (answer := _answer(verb)):
        return answer, frames["clause"]
    return None


def _answer(verb: Token) -> set[int]:
    """The "no" of "said no", the "so" of "says so"."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    return {after.i} if after.head == verb and after.lower_ in {"yes", "no", "so"} else set()


def _clause(verb: Token) -> set[int]:
    """The clause that depends on `verb`; a stumbling parser makes several of one, or hangs its subject on the verb."""
    parts = [c for c in verb.children if c.dep_ == "ccomp" and not (c.is_punct or c.is_space or _is_question(c, verb))]
    named = [c for c in verb.children if c.dep_ == "nsubj"]
    if parts and len(named) > 1 and named[0].i < verb.i:
        parts.append(named[0])
    parts += _further(verb) if parts else []
    return {i for c in parts for i in tree(c)}


def _is_question(clause: Token, verb: Token) -> bool:
    """`Asked why he left, Ruiz said`: the question is not what was said."""
    subjectless = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)
    return clause.i < verb.i and clause.tag_ in {"VBN", "VBD"} and subjectless and clause.left_edge == clause


def _further(verb: Token) -> list[Token]:
    """`said that A, and that B`: the second clause, which the parser may hang on the verb."""
    return [
        c
        for c in verb.children
        if c.dep_ == "conj" and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
    ]


def _hung_on_noun(verb: Token) -> set[int]:
    """`said in a statement that ...`, where the parser hangs the clause on the statement."""
    for preposition in verb.children:
        if preposition.dep_ != "prep" or preposition.lower_ not in {"in", "on", "at", "during", "after", "to"}:
            continue
        for token in preposition.subtree:
            clause = token.dep_ in {"acl", "ccomp", "relcl"} and token.head.pos_ in {"NOUN", "PROPN"}
            if clause and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children):
                return tree(token).union(*(tree(c) for c in _further(verb)))
    return set()


def _from_that(verb: Token, content: set[int]) -> set[int]:
    """Content that begins too late, because the parser stumbled, begins at its `that`."""
    first = min(content)
    that = next((t.i for t in verb.doc[verb.i + 1 : first] if t.lower_ == "that"), None)
    if that is None or first < verb.i or first - that > 12:
        return content
    return content | set(range(that, first))


def parenthetical(verb: Token) -> set[int] | None:
    """The sentence that `verb` stands in as an aside, less the aside; None where it is none."""
    if verb.dep_ != "parataxis":
        return None
    asked = {i for c in verb.head.children if c.dep_ == "advcl" and c.i < verb.i and c.tag_ == "VBN" for i in tree(c)}
    return tree(verb.head) - tree(verb) - asked


def _infinitive(verb: Token) -> set[int] | None:
    mark = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and _has_to(c)), None) or _behind_day(verb)
    if mark is None:
        return None
    told = {i for c in verb.children if c.dep_ in _OBJECTS and c.i > verb.i and not _is_day(c) for i in tree(c)}
    return tree(mark) | told


def _behind_day(verb: Token) -> Token | None:
    """The infinitive of "promised Sunday at a rally to end it", which the parser hangs on the rally."""
    if not any(c.dep_ in _OBJECTS and _is_day(c) for c in verb.children):
        return None
    return next((t for t in verb.subtree if t.i > verb.i and t.dep_ in {"acl", "advcl"} and _has_to(t)), None)


def _asked(verb: Token, preposition: Token) -> set[int]:
    """What somebody is called on to do: "to close" in "called on the council to close the road".

    And what somebody is called: "as a liar" in "referred to him as a liar".
    """
    name = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > preposition.i), None)
    if name is not None and preposition.lower_ == "to":
        return tree(name)
    infinitive = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > preposition.i and _has_to(c)), None)
    return tree(infinitive) if infinitive is not None else set()


def _has_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.children)


def _object(verb: Token) -> set[int] | None:
    found = [c for c in verb.children if (c.dep_ in _OBJECTS or _is_gerund(c)) and c.i > verb.i and not _is_day(c)]
    if not found:
        return None
    first = found[0]
    paired = [
        c for c in verb.children if c.dep_ == "prep" and c.i > first.i and c.lower_ in _PAIRED and not _is_time(c)
    ]
    return tree(first).union(*(tree(c) for c in paired))


def _pair(verb: Token) -> set[int] | None:
    """Object and reproach: "attacked the bank for its fees"; "attacked the bank" alone may be done with an axe.

    A plan, a law or a remark is attacked in words only, and so is what stands in quotation marks.
    """
    thing = next((c for c in verb.children if c.dep_ in _OBJECTS and c.i > verb.i), None)
    if thing is None:
        return None
    reproach = [
        c for c in verb.children if c.dep_ == "prep" and c.i > thing.i and c.lower_ in _REPROACH and not _is_time(c)
    ]
    words_only = thing.lemma_.lower() in words("sayable") or any(t.is_quote for t in verb.subtree if t.i > verb.i)
    if not reproach and not words_only:
        return None
    return tree(thing).union(*(tree(c) for c in reproach))


_REPROACH = frozenset({"for", "as", "over"})


def _finding(verb: Token) -> set[int] | None:
    """`found no link between ...`: a finding is stated, not a thing picked up."""
    found = next((c for c in verb.children if c.dep_ in _OBJECTS and c.lemma_.lower() in words("findings")), None)
    return tree(found) if found is not None else None


def _is_day(token: Token) -> bool:
    """`promised Sunday at a rally to end it`: the day is no content."""
    return token.ent_type_ in {"DATE", "TIME"}


def _is_gerund(token: Token) -> bool:
    """`denied taking the money`: what is denied is an action."""
    return token.dep_ == "xcomp" and token.tag_ == "VBG"


def _naming(verb: Token) -> set[int] | None:
    """Object and what it is called: "called the plan a mistake", "described it as a mistake"."""
    things = [
        c
        for c in verb.children
        if c.dep_ in {"dobj", "ccomp", "nsubjpass"} and (c.i > verb.i or c.dep_ == "nsubjpass" or c.lower_ == "what")
    ]
    names = [
        c
        for c in verb.children
        if c.i > verb.i and (c.dep_ in {"oprd", "acomp", "attr", "xcomp"} or (c.dep_ == "prep" and c.lower_ == "as"))
    ]
    small_clause = any(c.dep_ == "ccomp" or any(t.is_quote for t in c.subtree) for c in things)
    if not things or not (names or small_clause):
        return None
    return set().union(*(tree(c) for c in [*things, *names]))


def _is_setting(preposition: Token) -> bool:
    """A phrase that tells when, where or on what terms somebody spoke: "on Monday", "on condition of anonymity"."""
    told = {c.lemma_.lower() for c in preposition.children if c.dep_ == "pobj"}
    return _is_time(preposition) or (preposition.lower_ == "on" and not told.isdisjoint(words("settings")))


def _is_time(preposition: Token) -> bool:
    return any(c.ent_type_ in {"DATE", "TIME"} for c in preposition.children)
