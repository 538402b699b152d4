"""Second verbs: what goes on with the content, what with the cue, and what is only set aside."""

from __future__ import annotations

from spacy.tokens import Token

from .tree import MODALS, attach, content_of, has_subject, reporting, telling


def join_to_content(verb: Token) -> None:
    """`said the storm would grow, and could turn north`: what could turn is the storm, not who said so."""
    content = content_of(verb)
    if content is None:
        return
    for other in [c for c in verb.children if c.dep_ == "conj" and c.i > content.i]:
        modal = any(c.dep_ == "aux" and c.lower_ in MODALS for c in other.children)
        if modal and not has_subject(other):
            attach(other, content, "conj")
            for joint in [c for c in verb.children if c.dep_ in {"cc", "punct"} and content.i < c.i < other.i]:
                attach(joint, content, joint.dep_)


def join_to_heard(verb: Token) -> None:
    """`The court heard that Ruiz had left but claimed otherwise`: who claimed is Ruiz, not the court."""
    content = content_of(verb)
    for other in [c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in reporting()]:
        if content is not None and not has_subject(other):
            attach(other, content, "conj")


def join_to_cue(verb: Token) -> None:
    """`said the dead would be buried and vowed to help`: who vowed is who said so, not the dead.

    The content has a modal, or says what a thing is; the verb behind "and" tells of the past as the cue does, and is
    a cue itself: `said the report was false and blamed the army`.
    """
    content = content_of(verb)
    if content is None or verb.tag_ != "VBD":
        return
    modal = any(c.lower_ in MODALS for c in content.children if c.dep_ == "aux")
    if not modal and content.lemma_ != "be":
        return
    for other in [c for c in content.children if c.dep_ == "conj" and c.tag_ == "VBD"]:
        bare = not any(c.dep_ in {"aux", "auxpass"} for c in other.children)
        if bare and not has_subject(other) and other.lemma_.lower() in telling():
            attach(other, verb, "conj")


def set_aside(verb: Token) -> None:
    """`There are nine farms, experts estimate, and ...`: the cue is an aside, not joined to the clause before it."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    main = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if verb.dep_ not in {"conj", "relcl"} or subject is None or main is None or main.i > verb.i:
        return
    alone = not any(c.dep_ in {"ccomp", "xcomp", "dobj", "prep", "acomp"} for c in verb.children)
    doc, start = verb.doc, subject.left_edge.i
    set_off = start > 0 and doc[start - 1].text == "," and verb.i + 1 < len(doc) and doc[verb.i + 1].text in {",", "."}
    if alone and set_off and subject.tag_ not in {"WP", "WDT"}:
        attach(verb, main, "parataxis")
        for joint in [c for c in verb.children if c.i > verb.i and c.dep_ in {"cc", "punct", "conj"}]:
            attach(joint, main, joint.dep_)
