"""Drafts from reporting verbs."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .contents import content_of, parenthetical, tree
from .cues import Verb, adjectives, lemma_of, nouns, verb_of, words
from .draft import Draft
from .misread import clause_behind
from .sources import agent, is_passive, noun_phrase, subject, without

_ENABLING = frozenset(
    {"authorize", "authorise", "allow", "permit", "able", "unable", "free", "entitle", "qualify", "fail", "authorized"}
)
_NEVER = frozenset({"not", "n't", "n’t", "never", "neither"})


def drafts_from_verbs(tokens: list[Token]) -> Iterator[Draft]:
    """One draft for each reporting verb among `tokens` that has a content, or may take a quotation."""
    for token in tokens:
        entry = verb_of(token)
        if entry is None:
            continue
        draft = _passive(token, entry) if is_passive(token) else _active(token, entry)
        if draft is not None:
            yield draft


def _active(verb: Token, entry: Verb) -> Draft | None:
    who = subject(verb)
    if _is_only_allowed(verb):
        return None
    draft = Draft(_cue(verb), lemma_of(verb), entry.sense, takes_quote=_takes_quote(entry), head=verb)
    if who is not None:
        draft.source = [*noun_phrase(who, cue=verb), *_relative(verb, who)]
    if draft.lemma in words("relay") and (relayed := _relayed(verb, draft)):
        return relayed
    if _is_hearsay(verb) or _is_done(verb):
        return None
    found = content_of(verb, entry)
    inserted = parenthetical(verb)
    if found is None and inserted is not None and "clause" in entry.frames:
        found = inserted, entry.frames["clause"]
    if found is not None:
        draft.content, draft.sense = without(_behind_source(verb, who, found[0]), draft.cue, draft.source), found[1]
    if len(draft.content) == 1:
        draft.content = _for_pronoun(verb, draft.content)
    if _is_negated(verb):
        return _negated(draft)
    if draft.content and _may_be(verb) and not any(c.dep_ == "ccomp" for c in verb.children):
        draft.content = set()
    return draft if draft.content or draft.takes_quote else None


def _is_done(verb: Token) -> bool:
    """`dismissed the clerk`: a person is sent away, no claim is."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return verb.lemma_.lower() in words("deeds") and thing is not None and thing.ent_type_ == "PERSON"


def _is_hearsay(verb: Token) -> bool:
    """`is thought to favour a vote`: others say that of him; who they are is not told."""
    head = verb.head
    passive = any(c.dep_ == "auxpass" for c in head.children) and not any(c.dep_ == "agent" for c in head.children)
    return verb.dep_ in {"xcomp", "ccomp"} and verb.tag_ == "VB" and passive and verb_of(head) is not None


def _behind_source(verb: Token, who: Token | None, content: set[int]) -> set[int]:
    """Less the source with all that is told of it, where the parser made it part of the content."""
    if who is None or who.i not in content or who.i > verb.i:
        return content
    return {i for i in content if i > verb.i}


def _relative(verb: Token, who: Token) -> list[int]:
    """The "who" of "Ana Ruiz, who said", which belongs to the source's words."""
    return [
        c.i for c in verb.children if c.dep_ == "nsubj" and c != who and c.lower_ in {"who", "which"} and c.i > who.i
    ]


def _is_only_allowed(verb: Token) -> bool:
    """`not authorized to discuss`, `able to say`: nothing has been said."""
    return verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_.lower() in _ENABLING


def _takes_quote(entry: Verb) -> bool:
    return "quote" in entry.frames


def _negated(draft: Draft) -> Draft | None:
    """Who does not believe, doubts; who did not say, said nothing that could be attributed."""
    if draft.sense == "believe" and draft.content:
        return draft.moved(sense="doubt", takes_quote=False)
    return None


def _may_be(verb: Token) -> bool:
    """`could criticize the bank`: nobody has done so yet."""
    return any(
        c.dep_ == "aux" and c.lower_ in {"should", "could", "might", "may", "can", "must"} for c in verb.children
    )


def _is_negated(verb: Token) -> bool:
    return any((c.dep_ == "neg" or c.lower_ in _NEVER) and not _parted(c, verb) for c in verb.children)


def _parted(word: Token, verb: Token) -> bool:
    """Whether a mark stands between a word and the verb, which the parser overlooked: `"Certainly not," he said`."""
    first, last = sorted((word.i, verb.i))
    return any(t.is_quote or t.text in {",", ";", ":"} for t in word.doc[first:last])


def _relayed(verb: Token, draft: Draft) -> Draft | None:
    """`The agency quoted X as saying ...`: X is the source, the agency the relay."""
    saying = _as_saying(verb)
    told = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if saying is None or told is None:
        return None
    entry = verb_of(saying)
    found = content_of(saying, entry) if entry else None
    cue = [*draft.cue, *_joined(saying)]
    content = without(found[0] if found else _below(saying), cue)
    source = noun_phrase(told)
    return draft.moved(
        source=source,
        relay=draft.source,
        cue=cue,
        content=content,
        lemma=lemma_of(saying),
        sense="say",
        takes_quote=True,
    )


def _joined(saying: Token) -> list[int]:
    first = saying.head.i if saying.head.lower_ == "as" else saying.i
    return [first, saying.i]


def _below(saying: Token) -> set[int]:
    return tree(saying) - {saying.i}


def _as_saying(verb: Token) -> Token | None:
    """`saying` in "quoted X as saying", however the parser hangs it."""
    for token in verb.subtree:
        if token.i > verb.i and token.lower_ == "as" and token.i + 1 < len(token.doc):
            after = token.nbor(1)
            if after.tag_ == "VBG" and verb_of(after):
                return after
    return None


def _passive(verb: Token, entry: Verb) -> Draft | None:
    """`X is accused of Y`, `X was quoted as saying Y`, `the plan was denounced by Z`."""
    by = agent(verb)
    if by is None and (misread := clause_behind(verb)) and "clause" in entry.frames:
        source = noun_phrase(verb.head, cue=verb)
        content = without(misread, source, _cue(verb))
        return Draft(_cue(verb), lemma_of(verb), entry.sense, source=source, content=content, head=verb)
    draft = Draft(_cue(verb), lemma_of(verb), entry.sense, head=verb)
    draft.source = noun_phrase(by) if by is not None else []
    if draft.lemma in words("relay") and (relayed := _relayed(verb, draft)):
        return relayed
    patient = next((c for c in verb.children if c.dep_ == "nsubjpass"), None) or _standing(verb)
    rest = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "oprd"} or _is_charge(c, entry)]
    if not rest and not {"object", "naming", "hearer"} & set(entry.frames):
        return None
    if by is None and "hearer" in entry.frames:
        return _told(verb, draft) if verb.lower_ not in adjectives() else None
    if by is None and (draft.sense not in {"accuse", "say"} or not rest):
        return None
    kept = [*([patient] if patient is not None and "hearer" not in entry.frames else []), *rest]
    if by is not None and verb.dep_ == "relcl" and patient is None:
        kept = [verb.head]
    if not kept or _is_negated(verb):
        return None
    draft.content = without(set().union(*(tree(c) for c in kept)), draft.cue, draft.source)
    draft.content = _for_pronoun(verb, draft.content)
    return draft


def _told(verb: Token, draft: Draft) -> Draft | None:
    """`The jury was told that ...`, `..., a court was told`: somebody said it; who, is not told."""
    content = content_of(verb, Verb({"clause": "say"})) if not _is_negated(verb) else None
    around = parenthetical(verb)
    found = content[0] if content is not None else around
    return draft.moved(content=without(found, draft.cue), sense="say") if found and len(found) > 1 else None


def _for_pronoun(verb: Token, content: set[int]) -> set[int]:
    """`a claim that was repeated by X`: the content is the claim; after a dash, the clause that makes it."""
    if verb.dep_ != "relcl" or not all(verb.doc[i].lower_ in {"that", "which"} for i in content):
        return content
    noun = verb.head
    left = noun.left_edge.i
    if noun.lemma_.lower() in nouns() and left > verb.sent.start and verb.doc[left - 1].text in {"—", "–", "--", "-"}:
        return set(range(verb.sent.start, left - 1))
    return set(noun_phrase(noun)) - tree(verb)


def _standing(verb: Token) -> Token | None:
    """The subject of "stands accused", "the man accused": who it is said of."""
    if verb.dep_ == "acl":
        return verb.head
    return subject(verb.head) if verb.head.lemma_.lower() in {"stand", "remain", "stay"} else None


def _is_charge(child: Token, entry: Verb) -> bool:
    if child.dep_ != "prep":
        return False
    return child.lower_ in {"of", "as"} or child.lower_ in entry.prepositions


def _cue(verb: Token) -> list[int]:
    return [verb.i, *(c.i for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1)]
