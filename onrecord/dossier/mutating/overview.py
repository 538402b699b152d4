"""Damage to what is bound to facts: denials, disputes, takeaways, figures, distances."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Dossier, Place

from ..checking.figures import printed
from ..checking.lexicons import lexicon
from .change import Mutation, replaced, with_briefing, with_facts, without
from .wording import other_number

_BOUNDS = [word for listed in lexicon()["operators"].values() for word in listed]


def damage_overview(dossier: Dossier) -> Iterator[Mutation]:
    """Every damage to denials, disputes and the overview."""
    yield from _denials(dossier)
    yield from _disputes(dossier)
    for key in ("summary", "takeaways"):
        yield from _lines(dossier, key)
    yield from _figures(dossier)
    yield from _distances(dossier)


def _denials(dossier: Dossier) -> Iterator[Mutation]:
    for fact in dossier.facts.values():
        if fact.denies:
            files = without(dossier.files, fact.id)
            yield Mutation("denial removed", fact.id, fact.text, "", files)
        for key in ("denies", "contradicts"):
            linked = getattr(fact, key)
            # Two facts that a dispute sets against each other stay so without the link.
            shown = any({fact.id, *linked} <= set(dispute.facts) for dispute in dossier.briefing.disputes)
            if linked and not (shown and key == "contradicts"):
                new = fact.model_copy(update={key: ()})
                files = with_facts(dossier.files, {fact.id: new})
                yield Mutation(f"link '{key}' removed", fact.id, ", ".join(linked), "", files)


def _disputes(dossier: Dossier) -> Iterator[Mutation]:
    disputes = dossier.briefing.disputes
    for number, dispute in enumerate(disputes):
        if len(dispute.facts) > 2:
            fewer = replaced(disputes, number, facts=dispute.facts[:-1])
            files = with_briefing(dossier.files, disputes=fewer)
            yield Mutation("side of a dispute removed", dispute.id, dispute.facts[-1], "", files)
        if _is_linked(dossier, dispute.facts):
            continue  # pages show facts that deny one another side by side, named or not
        files = with_briefing(dossier.files, disputes=(*disputes[:number], *disputes[number + 1 :]))
        yield Mutation("dispute removed", dispute.id, dispute.question, "", files)


def _is_linked(dossier: Dossier, ids: tuple[str, ...]) -> bool:
    facts = [fact for name in ids if (fact := dossier.facts.get(name))]
    return any({*fact.denies, *fact.contradicts} & set(ids) for fact in facts)


def _lines(dossier: Dossier, key: str) -> Iterator[Mutation]:
    lines = getattr(dossier.briefing, key)
    for place, line in enumerate(lines):
        name = f"{key} {place + 1}"
        for number in printed(line.text):
            if instead := other_number(number):
                text = line.text[: number.start] + instead + line.text[number.end :]
                files = with_briefing(dossier.files, **{key: replaced(lines, place, text=text)})
                yield Mutation("number changed in the overview", name, line.text, text, files)
            before = line.text[: number.start]
            bound = next(
                (b for b in sorted(_BOUNDS, key=len, reverse=True) if re.search(rf"\b{b} $", before, re.I)), ""
            )
            if bound:
                text = before[: -len(bound) - 1] + line.text[number.start :]
                files = with_briefing(dossier.files, **{key: replaced(lines, place, text=text)})
                yield Mutation("bound dropped in the overview", name, line.text, text, files)


def _figures(dossier: Dossier) -> Iterator[Mutation]:
    figures = dossier.briefing.figures
    for place, figure in enumerate(figures):
        fact = dossier.facts.get(figure.fact)
        if fact and len(fact.quantities) > 1:
            other = figure.quantity % len(fact.quantities) + 1
            files = with_briefing(dossier.files, figures=replaced(figures, place, quantity=other))
            yield Mutation("figure shows another number", figure.label, str(figure.quantity), str(other), files)


def _distances(dossier: Dossier) -> Iterator[Mutation]:
    places = dossier.files.places.places
    for number, place in enumerate(places):
        for entry, distance in enumerate(place.distances):
            if isinstance(distance.kilometres, int | float):
                far = distance.kilometres * 2
                changed = replaced(place.distances, entry, kilometres=far)
                yield _with_place(dossier, number, place.model_copy(update={"distances": changed}), far=far)


def _with_place(dossier: Dossier, number: int, place: Place, *, far: float) -> Mutation:
    held = dossier.files.places
    places = (*held.places[:number], place, *held.places[number + 1 :])
    files = dossier.files.model_copy(update={"places": held.model_copy(update={"places": places})})
    return Mutation("distance changed", place.id, "", f"{far:g} km", files)
