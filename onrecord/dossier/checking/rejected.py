"""Reasons for rejections: each belongs to a record that was found and stands nowhere any more."""

from __future__ import annotations

from ..reading.nearest import nearest
from ..records import held
from .desk import Desk


def check_rejected(desk: Desk) -> None:
    """Report a reason whose record still stands in the files, or was never found: no reader would see it."""
    if not desk.dossier.briefing.rejected or None in desk.known.values():
        return
    now, gone = held(desk.dossier.files), _gone(desk)
    for number, one in enumerate(desk.dossier.briefing.rejected):
        path = f"briefing/rejected/{number}/id"
        if one.id in gone:
            continue
        if any(one.id == key[1] for key in now):
            mend = "remove the record, or take its id out of 'rejected'"
            desk.report(path, f"'{one.id}' is rejected, and still stands in the files", mend)
        else:
            guess = nearest(one.id, sorted(gone))
            mend = f"did you mean '{guess}'?" if guess else "name the id of a record that was found and removed"
            desk.report(path, f"nothing with the id '{one.id}' was found and removed", mend)


def _gone(desk: Desk) -> frozenset[str]:
    """The ids of all records that were found, and stand nowhere any more."""
    found, now = desk.dossier.found, held(desk.dossier.files)
    if found is None:
        return frozenset()
    base = held(found.files) if found.files else {}
    here = {key[1] for key in now}
    return frozenset(
        {key[1] for key in base if key not in now}
        | {one.record for one in found.decisions.rejected if one.record not in here}
    )
