"""Takes the words of the interface out of templates and code, and keeps a catalogue of them for each language.

python -m tools.write_words            # messages.pot and the .po files follow the code, the .mo files the .po files
python -m tools.write_words --add pl   # begins another language
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from babel import Locale
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from onrecord.model import CERTAINTY_WORDS, OPERATOR_WORDS, Agreement
from onrecord.model.actor import ActorKind
from onrecord.model.equipment import EquipmentClass
from onrecord.model.place import PlaceKind
from onrecord.pages.views.data import ROWS

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "templates" / "theme" / "locales"
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The day in compiled catalogues, so that equal words give equal bytes."""
KEYWORDS = {"_": None, "gettext": None, "say": None, "N_": None, "say_many": (1, 2), "ngettext": (1, 2), "Sheet": (2,)}
"""Calls that hold messages, and which of their arguments do; of a `Sheet` it is what its rows are."""
_TEMPLATES = {"comment_start_string": "{##", "comment_end_string": "##}", "trimmed": "false", "silent": "false"}


def main() -> None:
    """Write the template, and every language's catalogue both as text and compiled."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--add", metavar="LANGUAGE", help="a language to begin, as in 'pl'")
    options = asked.parse_args()
    if options.add:
        (FOLDER / options.add / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    known = messages()
    (FOLDER / "messages.pot").write_bytes(as_po(known))
    for folder in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        language = catalogue(folder.name, known)
        (folder / "LC_MESSAGES" / "messages.po").write_bytes(as_po(language))
        (folder / "LC_MESSAGES" / "messages.mo").write_bytes(as_mo(language))
        left = sum(not _is_said(message.string) for message in language if message.id)
        print(f"{folder.name}: {len(language)} messages, {left} without a translation")


def messages() -> Catalog:
    """Every message of the interface, in the order of the alphabet of files; without dates, so that equal is equal."""
    catalogue = Catalog(project="On Record", charset="utf-8", header_comment="# Words of the interface of On Record.")
    for method, folder, pattern, options in _SOURCES:
        found = extract_from_dir(
            ROOT / folder, [(pattern, method)], {pattern: options}, keywords=KEYWORDS, directory_filter=lambda _: True
        )
        for name, _, message, _, _ in found:
            catalogue.add(message, locations=[(f"{folder}/{name}", 0)])
    for word in _tables():
        catalogue.add(word, locations=[("onrecord/model", 0)])
    return catalogue


_SOURCES: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("python", "onrecord/pages", "**.py", {}),
    ("jinja2", "templates/pages", "**.md", _TEMPLATES),
    ("jinja2", "templates/parts", "**.html", _TEMPLATES),
    ("jinja2", "templates/theme", "**.html", {"silent": "false"}),
)


def _tables() -> Iterator[str | tuple[str, str]]:
    """Words that stand in the model's tables: the model knows nothing of an interface."""
    yield from (*CERTAINTY_WORDS.values(), *filter(None, OPERATOR_WORDS.values()))
    yield from ((one, many) for _, one, many in ROWS.values())
    for kinds in (ActorKind, EquipmentClass, PlaceKind, Agreement):
        yield from (kind.replace("-", " ") for kind in get_args(kinds))
    yield from ("Who", "What", "When", "Where", "Why", "How")
    yield from ("Size", "Activity", "Location", "Unit", "Time", "Equipment")


def catalogue(language: str, known: Catalog) -> Catalog:
    """A language's catalogue as it stands, brought up to date: what is new is empty, what is gone is gone."""
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    held = Catalog(locale=Locale.parse(language))
    if path.is_file():
        with path.open("rb") as stream:
            held = read_po(stream, locale=language)
    held.update(known, no_fuzzy_matching=True)
    held.obsolete.clear()
    return held


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as text, without headers that change with the day."""
    out = io.BytesIO()
    write_po(
        out, catalogue, omit_header=False, sort_by_file=False, include_lineno=False, ignore_obsolete=True, width=110
    )
    moving = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Last-Translator', b'"Report-Msgid')
    lines = [line for line in out.getvalue().splitlines() if not line.startswith(moving)]
    return b"\n".join(lines) + b"\n"


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue compiled, as gettext reads it."""
    out = io.BytesIO()
    with io.BytesIO(as_po(catalogue)) as text:
        compiled = read_po(text, locale=catalogue.locale)
    compiled.creation_date = compiled.revision_date = EPOCH
    write_mo(out, compiled)
    return out.getvalue()


def _is_said(told: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(told) if isinstance(told, str) else all(told or ("",))


if __name__ == "__main__":
    main()
