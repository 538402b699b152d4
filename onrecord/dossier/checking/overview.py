"""The overview against the facts it is bound to: it may say nothing that they do not bear out."""

from __future__ import annotations

from onrecord.model import OPERATOR_WORDS, Dossier, Fact, Figure, Takeaway

from ..weight import numbers
from .desk import Desk
from .figures import printed
from .operators import operators
from .rejected import check_rejected
from .tables import check_tables, has_quantity
from .words import stems


def check_overview(desk: Desk) -> None:
    """Report figures and rejections that are not there, numbers that no fact bears out, an unnamed open licence."""
    briefing = desk.dossier.briefing
    for key in ("summary", "takeaways"):
        for number, takeaway in enumerate(getattr(briefing, key)):
            _numbers(desk, f"briefing/{key}/{number}/text", takeaway)
            _bounds(desk, f"briefing/{key}/{number}/text", takeaway)
    _figures(desk)
    check_tables(desk)
    check_rejected(desk)
    for number, source in enumerate(briefing.sources):
        if source.rights == "open" and not source.licence:
            mend = "add 'licence', as in 'licence: CC BY 4.0'"
            desk.report(f"briefing/sources/{number}/rights", "rights are open, but the licence is missing", mend)


def _bounds(desk: Desk, path: str, takeaway: Takeaway) -> None:
    """A number that all facts of a line bound is bounded in the line, too."""
    facts = [fact for name in takeaway.facts if (fact := desk.dossier.facts.get(name))]
    counted = [quantity for fact in facts for quantity in fact.quantities]
    for number in printed(takeaway.text):
        same = [q for q in counted if q.value == number.value]
        signs = operators(takeaway.text, number.start, number.end)
        if same and number.value != 1 and all(q.operator != "=" and q.operator not in signs for q in same):
            said = f"'{number.text}' without what its fact says of it: {OPERATOR_WORDS[same[0].operator]}"
            desk.report(path, said, "keep the word that bounds the number")


def _figures(desk: Desk) -> None:
    for number, figure in enumerate(desk.dossier.briefing.figures):
        fact = desk.dossier.facts.get(figure.fact)
        if fact and has_quantity(desk, f"briefing/figures/{number}", figure.quantity, fact):
            _label(desk, f"briefing/figures/{number}", figure, fact)


def _label(desk: Desk, path: str, figure: Figure, fact: Fact) -> None:
    """A label that has words of another quantity of its fact, and none of the one it shows."""
    mine = set(stems(figure.label))
    shared = [len(mine & set(stems(f"{q.unit or ''} {q.of or ''} {q.text or ''}"))) for q in fact.quantities]
    best = shared.index(max(shared))
    if shared[best] and not shared[figure.quantity - 1]:
        said = f"“{figure.label}” shows quantity {figure.quantity} of '{fact.id}', and reads like quantity {best + 1}"
        desk.report(f"{path}/label", said, f"write 'quantity: {best + 1}', or another label")


def _numbers(desk: Desk, path: str, takeaway: Takeaway) -> None:
    """A takeaway's numbers are those of its facts. How many facts or sources it has, it may count itself."""
    facts = [fact for name in takeaway.facts if (fact := desk.dossier.facts.get(name))]
    if len(facts) < len(takeaway.facts):
        return
    borne = {number for fact in facts for number in _numbers_of(desk.dossier, fact)}
    borne |= {"1", str(len(facts)), str(len({fact.source for fact in facts}))}
    if missing := sorted(numbers(takeaway.text) - borne):
        message = f"{' and '.join(missing)}: in none of the facts this line is bound to"
        desk.report(path, message, "take the number from a fact, or bind the line to the fact that has it")


def _numbers_of(dossier: Dossier, fact: Fact) -> set[str]:
    words = [fact.text, fact.heading or "", fact.quote.text if fact.quote else ""]
    words += [kind.name for i in fact.equipment if (kind := dossier.equipment.get(i))]
    words += [place.name for i in fact.where if (place := dossier.places.get(i))]
    words += [actor.name for i in (*fact.actors, fact.source) if (actor := dossier.actors.get(i))]
    if fact.when:
        # The date's parts, so that 2016-08-16 bears out "Aug. 16".
        words += [fact.when.text, *(part.lstrip("0") for part in (fact.when.date or "").split("-"))]
    for quantity in fact.quantities:
        values = quantity.value if isinstance(quantity.value, tuple) else (quantity.value,)
        words += [quantity.text or "", *(f"{value:.12g}" for value in values if value is not None)]
    return {number for text in words for number in numbers(text)}
