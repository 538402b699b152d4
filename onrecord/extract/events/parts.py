"""Who does an event and whom or what it is done to, by their place in the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .kinds import is_weapon, listed

_SUBJECTS = ("nsubj", "csubj")


def agents(word: Token) -> Iterator[Token]:
    """The heads of the phrases that name who does an event, without those joined to them."""
    yield from _own_agents(word)
    yield from charged(word)


def patients(word: Token) -> Iterator[Token]:
    """The heads of the phrases that name whom or what an event is done to, without those joined to them."""
    if word.pos_ == "VERB":
        yield from _patients_of_verb(word)
    else:
        yield from _patients_of_noun(word)


def is_only_named(noun: Token) -> bool:
    """Whether a noun names a sort of crime and tells of none: "guilty of murder", "a register of rape and theft"."""
    bare = noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)
    if noun.pos_ != "NOUN" or not bare or noun.dep_ in ("nsubj", "nsubjpass"):
        return False
    return not any(True for _ in (*patients(noun), *agents(noun)))


def with_joined(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens, those joined to them by "and", and those that "including" or an apposition names."""
    for token in tokens:
        for each in (token, *(t for t in token.conjuncts if t.i > token.i and _is_listed(token, t))):
            yield each
            for child in each.children:
                if (child.dep_ == "appos" and _is_listed(each, child)) or (
                    child.dep_ == "prep" and child.lower_ in ("including", "among")
                ):
                    inner = [child] if child.dep_ == "appos" else [c for c in child.children if c.dep_ == "pobj"]
                    yield from (t for c in inner for t in (c, *c.conjuncts) if t.i > each.i)
            yield from _behind_colon(each)


def _behind_colon(noun: Token) -> Iterator[Token]:
    """The names in a list behind "five men:"; the parser hangs them where it likes."""
    doc = noun.doc
    if noun.tag_ not in ("NNS", "NNPS") or noun.i + 1 >= len(doc) or doc[noun.i + 1].text != ":":
        return
    for token in doc[noun.i + 2 : noun.sent.end]:
        if token.pos_ not in ("PROPN", "PUNCT", "CCONJ", "DET", "NUM", "ADJ"):
            return
        if token.pos_ == "PROPN" and (token.i + 1 == len(doc) or doc[token.i + 1].pos_ != "PROPN"):
            yield token


def _is_listed(first: Token, other: Token) -> bool:
    """Whether two words stand in one list: the parser hangs what follows a verb or a colon on a word far before it."""
    between = first.doc[first.i + 1 : other.i]
    return not any(t.pos_ in ("VERB", "AUX") or t.text in (":", ";", "--", "–", "—") for t in between)


def objects(word: Token, *prepositions: str) -> Iterator[Token]:
    """What stands behind one of the prepositions that a word takes; behind "by" for the agent, too."""
    for child in word.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            yield from (c for c in child.children if c.dep_ == "pobj")


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, or a participle that says what was done to its head."""
    marked = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    return marked or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def _own_agents(word: Token) -> Iterator[Token]:
    if word.pos_ == "VERB":
        yield from _agents_of_verb(word)
        return
    yield from objects(word, "by")
    if word.lemma_.lower() not in listed("harm", "victims"):
        yield from (p for p in objects(word, "of") if _is_group(p))
    for child in word.children:
        if child.dep_ == "poss" and not _done_to(word):
            yield child
        if child.dep_ in ("compound", "amod", "nmod") and child.pos_ == "PROPN" and _is_group(child):
            yield child
    yield from _doing(word)


def _agents_of_verb(verb: Token, depth: int = 0) -> Iterator[Token]:
    if verb.lemma_.lower() in ("die", "perish", "drown", "succumb"):
        return
    passive = is_passive(verb)
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if not passive:
        yield from (s for s in subjects if s.tag_ not in ("WP", "WDT"))
    yield from objects(verb, "by")
    if verb.dep_ == "relcl" and not passive and any(s.tag_ in ("WP", "WDT") for s in subjects):
        yield verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        yield verb.head
    joined = verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ == "VERB" and not passive
    if joined and not subjects and depth < 3 and (verb.dep_ != "advcl" or verb.tag_ == "VBG"):
        yield from _agents_of_verb(verb.head, depth + 1)


def _doing(noun: Token) -> Iterator[Token]:
    """Who carries out what a noun tells of: "the rebels launched an attack", "an attack carried out by rebels"."""
    acting = listed("events", "acting")
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in acting:
        yield from _agents_of_verb(noun.head)
    if noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() in acting:
        yield from objects(noun.head, "by")
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in acting:
            yield from objects(child, "by")
            yield from (c for c in child.children if c.dep_ in _SUBJECTS and c.tag_ not in ("WP", "WDT"))


def charged(word: Token) -> Iterator[Token]:
    """Who claims an event, is charged with it or blamed for it: "the ELN claimed it", "blamed on rebels"."""
    head, below = word.head, word
    for _ in range(4):
        low = head.lemma_.lower()
        if head.pos_ == "VERB" and low in listed("events", "claiming") and _takes_on(below):
            yield from _agents_of_verb(head)
        if head.pos_ == "VERB" and low in listed("events", "blaming"):
            yield from _accused(head, word)
        if head.lower_ == "responsible":
            yield from (c for c in head.head.children if c.dep_ in _SUBJECTS) if head.dep_ == "acomp" else [head.head]
        if low in listed("events", "authors") and head.pos_ == "NOUN":
            yield from _named_as(head)
        if head.head.i == head.i:
            return
        head, below = head.head, head


def _takes_on(below: Token) -> bool:
    """Whether what is claimed is the deed itself, or responsibility for it."""
    return below.dep_ == "dobj" and (below.lemma_ in ("responsibility", "credit") or is_deed(below))


def is_deed(noun: Token) -> bool:
    """Whether a noun is a deed that somebody can claim."""
    return noun.lemma_.lower() in listed("events", "general") or noun.lemma_.lower() in listed("harm", "victims")


def _accused(verb: Token, word: Token) -> Iterator[Token]:
    """Whom a verb of blame is about; the event stands behind a preposition, or is what is blamed on somebody."""
    put_on = [*objects(verb, "on", "to"), *(objects(word, "on", "to") if _is_put_on(word) else ())]
    if put_on and word.dep_ in ("dobj", "nsubjpass"):
        yield from put_on
        return
    if any(word.is_ancestor(c) or c.i == word.i for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj")):
        return
    own = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    yield from (c for c in own if word not in c.subtree)
    if not own and verb.dep_ == "acl":
        yield verb.head


def _is_put_on(noun: Token) -> bool:
    """Whether what stands behind "on" is who is blamed, not what was hit: "blamed the attack on the rebels"."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in ("blame", "pin")


def _named_as(noun: Token) -> Iterator[Token]:
    """Whom a noun like "perpetrator" is said of."""
    if noun.dep_ == "attr":
        yield from (c for c in noun.head.children if c.dep_ in _SUBJECTS)
    if noun.dep_ == "appos":
        yield noun.head
    yield from (c for c in noun.children if c.dep_ == "appos")


def _patients_of_verb(verb: Token) -> Iterator[Token]:
    dying = verb.lemma_.lower() in ("die", "perish", "drown", "succumb")
    kinds: tuple[str, ...] = ("nsubj",) if dying else ("dobj", "nsubjpass")
    kinds += ("nsubj",) if verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children) else ()
    kinds += ("oprd",) if verb.lemma_.lower() in ("name", "appoint", "nominate", "elect") else ()
    yield from (c for c in verb.children if c.dep_ in kinds and c.tag_ not in ("WP", "WDT"))
    low = verb.lemma_.lower()
    lives = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ == "life"]
    yield from (p for life in lives for p in objects(life, "of"))
    if low in ("fire", "shoot", "open", "hurl", "throw", "strike", "storm", "set"):
        yield from objects(verb, "at", "on", "to", "into", "against")
    elif low in listed("events", "setting_off") or low in ("explode", "blow", "go"):
        yield from (p for p in _near(verb) if not is_weapon(p))
    else:
        yield from objects(verb, "against")
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubjpass" and c.tag_ in ("WP", "WDT") for c in verb.children):
        yield verb.head
    if verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.tag_ in ("WP", "WDT") for c in verb.children):
        yield verb.head
    own = any(c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in verb.children)
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not own and is_passive(verb.head):
        yield from _patients_of_verb(verb.head)


def _near(verb: Token) -> Iterator[Token]:
    """What stands where a weapon goes off: "exploded in front of the bank", "at the embassy"."""
    for place in objects(verb, "at", "in", "near", "outside", "under", "beneath", "against", "inside", "on", "by"):
        yield place
        if place.lower_ in ("front", "door", "entrance", "gate"):
            yield from objects(place, "of", "to")


def _patients_of_noun(noun: Token) -> Iterator[Token]:
    yield from objects(noun, "against", "upon", "at", *(() if _is_put_on(noun) else ("on",)))
    yield from (p for p in objects(noun, "of") if not _is_group(p) or noun.lemma_.lower() in listed("harm", "victims"))
    for child in noun.children:
        if child.dep_ == "poss" and _done_to(noun):
            yield child
        if child.dep_ == "compound" and child.lemma_.lower() in listed("harm", "things"):
            yield child
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_ in ("target", "victim", "scene"):
        said = head.head
        yield from (c for c in said.head.children if c.dep_ in _SUBJECTS and said.dep_ == "attr")


def _done_to(noun: Token) -> bool:
    """Whether the owner of such a noun is the one it was done to: "Romero's murder"."""
    return noun.lemma_.lower() in listed("harm", "animate")


def _is_group(token: Token) -> bool:
    """Whether a word before "attack" names who attacks: "rebel attack", "Shining Path raid", "police shooting"."""
    low = token.lemma_.lower()
    return (
        low in listed("harm", "armed") or low in listed("harm", "organisations") or token.ent_type_ in ("ORG", "NORP")
    )
