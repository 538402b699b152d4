"""How a briefing is begun by hand: what its folder may be called, and what to do next."""

from __future__ import annotations

import re
from datetime import date

from onrecord.house import House
from onrecord.model import Problem, Refusal
from onrecord.model.record import DATE_PATTERN, ID_PATTERN
from onrecord.slugs import slug as slug_of


def name_for(house: House, slug: str | None, title: str | None, published: str | None) -> str:
    """The folder's name: as given, or made from the title. Raises Refusal with all that stands against beginning."""
    problems = []
    name = slug or (slug_of(title) if title and title.strip() else "")
    if not name:
        problems.append(Problem("new", 0, 0, "the briefing has no name", "write python build.py new harbour-fire"))
    elif not re.match(ID_PATTERN, name):
        mend = f"lower-case words and numbers joined by hyphens: {slug_of(name)}"
        problems.append(Problem("new", 0, 0, f"'{name}' is no name for a folder of a briefing", mend))
    elif house.dossier(name).exists():
        mend = "edit what is in it, or choose another name"
        problems.append(Problem(house.name_of(house.dossier(name)), 0, 0, "the folder is already there", mend))
    if published and not _is_date(published):
        mend = "write 2026-11-16, or 2026-11, or 2026, as precise as is known"
        problems.append(Problem("--published", 0, 0, f"'{published}' is not a date", mend))
    if problems:
        raise Refusal(problems)
    return name


def title_for(name: str, title: str | None) -> str:
    """The title as given, or made from the folder's name.

    >>> title_for("harbour-fire", None)
    'Harbour fire'
    """
    return (title or "").strip() or name.replace("-", " ").capitalize()


def _is_date(words: str) -> bool:
    """Whether it is a date, and one of the calendar, as precise as it may be."""
    if not re.match(DATE_PATTERN, words):
        return False
    try:
        date.fromisoformat(f"{words}-01-01"[:10])
    except ValueError:
        return False
    return True


def next_steps(house: House, name: str) -> tuple[str, ...]:
    """What to do with the new folder, as lines."""
    folder = house.name_of(house.dossier(name))
    return (
        f"{folder}/ is ready to be filled. Each file holds an example as a comment.",
        "",
        f"  1. {folder}/actors.yaml    who speaks and acts",
        f"  2. {folder}/events.yaml    what happened, and who says so",
        f"  3. {folder}/briefing.yaml  title, source, and the overview that rests on the facts",
        "  4. python build.py check     tells every slip with its line and the mend",
        "  5. python build.py serve     shows the pages in your browser while you write",
        f"  6. python build.py           publishes public/{name}/index.html",
    )
