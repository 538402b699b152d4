"""The interface speaks English, German and Arabic, each completely; the briefing's own words stay as they are."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from onrecord.dossier import load_dossier
from onrecord.house import House
from onrecord.making import in_language, rendered
from onrecord.model import Dossier, Refusal
from onrecord.pages import render_home
from onrecord.site import language, publish
from onrecord.site.publish import Published
from tools.write_words import FOLDER, as_mo, as_po, catalogue, messages

ROOT = Path(__file__).parent.parent
LANGUAGES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
HOLDER = re.compile(r"%\([a-z]+\)s|\{[a-z]+\}|</?[a-z]+[^>]*>")


@pytest.fixture(scope="module")
def known() -> Catalog:
    """What templates and code say now."""
    return messages()


def held(name: str) -> Catalog:
    """A catalogue as it lies in the repository."""
    with (FOLDER / name / "LC_MESSAGES" / "messages.po").open("rb") as stream:
        return read_po(stream, locale=name)


def _forms(told: Any) -> tuple[str, ...]:
    """One, or one for each way to count."""
    return (told,) if isinstance(told, str) else tuple(told or ())


def test_german_and_arabic_are_there() -> None:
    """One for length, one for reading from the right."""
    assert {"de", "ar"} <= set(LANGUAGES)


def test_the_template_of_the_catalogue_is_what_templates_and_code_say(known: Catalog) -> None:
    """`make words` was run."""
    assert (FOLDER / "messages.pot").read_bytes() == as_po(known)


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(name: str, known: Catalog) -> None:
    """As text and compiled; nothing empty, nothing guessed."""
    folder = FOLDER / name / "LC_MESSAGES"
    current = catalogue(name, known)
    assert (folder / "messages.po").read_bytes() == as_po(current)
    assert (folder / "messages.mo").read_bytes() == as_mo(current)
    for message in (one for one in held(name) if one.id):
        assert all(_forms(message.string)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_translation_keeps_what_is_filled_in_and_marked(name: str) -> None:
    """Placeholders and tags are those of the message; a form for one or two may leave out the number."""
    for message in (one for one in held(name) if one.id):
        several = not isinstance(message.id, str)
        wanted = sorted(HOLDER.findall(_forms(message.id)[-1]))
        for told in _forms(message.string):
            there = sorted(HOLDER.findall(told))
            assert there in (wanted, [one for one in wanted if several and one != "%(num)s"]), (message.id, told)


def test_arabic_is_written_in_arabic() -> None:
    """No message was taken over from another language: beyond what is filled in and names, no Latin letter stands."""
    for message in (one for one in held("ar") if one.id):
        for told in _forms(message.string):
            words = re.sub(
                r"[\w.-]+\.(?:json|html)|MIL-STD-2525|SHA256SUMS|sha256sum -c|P8S1|On Record|Atom|Natural Earth",
                "",
                told,
            )
            assert not re.search(r"[A-Za-zÄÖÜäöüß]{2,}", HOLDER.sub("", words)), (message.id, told)


def test_arabic_counts_in_six_ways_and_german_in_two() -> None:
    """Every message with a number has all forms of the language."""
    for name, forms in (("ar", 6), ("de", 2)):
        counted = [_forms(one.string) for one in held(name) if not isinstance(one.id, str)]
        assert counted
        assert {len(told) for told in counted} == {forms}


BARE = re.compile(r"[^\W\d_]{2,}")
GIVEN = {"On", "Record", "JSON", "KB", "csv", "DOCTYPE", "doctype", "html"}


def _bare(text: str) -> Iterator[str]:
    """Words of a template outside tags, expressions and statements; and those of attributes that are read aloud."""
    text = re.sub(r"\{##.*?##\}|\{%-?\s*trans.*?endtrans\s*-?%\}", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
    spoken = " ".join(re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', text))
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>|\{#[\w-]*\s*\}|\{#[\w-]*|&\w+;", " ", text, flags=re.DOTALL)
    yield from (word for word in BARE.findall(f"{text} {spoken}") if word not in GIVEN)


@pytest.mark.parametrize(
    "path",
    sorted(
        [
            *(ROOT / "templates" / "pages").glob("*"),
            *(ROOT / "templates" / "parts").glob("*"),
            *(ROOT / "templates" / "theme").glob("*.html"),
        ]
    ),
    ids=lambda path: path.name,
)
def test_no_template_says_a_word_that_the_catalogue_has_not(path: Path) -> None:
    """Whatever a visitor reads or hears passes through it."""
    assert list(_bare(path.read_text(encoding="utf-8"))) == []


def test_a_bare_word_would_be_found() -> None:
    """In text and in what is read aloud; not in code, and not in what is translated."""
    assert list(_bare('<p class="x">Hello {{ name }} {% if a %}{{ _("there") }}{% endif %}</p>')) == ["Hello"]
    assert list(_bare('<nav aria-label="Pages"></nav>{% trans %}all of it{% endtrans %}')) == ["Pages"]


@pytest.fixture(scope="module", params=LANGUAGES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Published]:
    """Both dossiers, published with an interface in another language."""
    name, root = request.param, tmp_path_factory.mktemp(request.param)
    given = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(given.replace("locale: en", f"locale: {name}"), encoding="utf-8")
    shutil.copytree(ROOT / "templates", root / "templates")
    house = House(root)
    with in_language(house):
        dossiers = _ours()
        pages = [rendered(house, dossier, None).rendered for dossier in dossiers]
        return name, root / "public", publish(pages, render_home(dossiers), root=root)


def _ours() -> list[Dossier]:
    found = [load_dossier(path.parent, ROOT)[0] for path in sorted(ROOT.glob("content/*/briefing.yaml"))]
    return [dossier for dossier in found if dossier]


def test_both_dossiers_are_published_without_a_problem(site: tuple[str, Path, Published]) -> None:
    """MkDocs warns of nothing, every link leads somewhere, and each page says its language and direction."""
    name, folder, published = site
    assert published.problems == ()
    for path in folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        wanted = f'<html lang="{name}" dir="rtl">' if name == "ar" else f'<html lang="{name}">'
        assert re.findall(r"<html[^>]*>", page) == [wanted]


def test_the_interface_is_translated_and_the_briefing_is_not(site: tuple[str, Path, Published]) -> None:
    """The menu speaks the language, a fact stays in its own and says which."""
    name, folder, _ = site
    page = (folder / "hamedan" / "timeline.html").read_text(encoding="utf-8")
    menu = re.findall(r"<li[^>]*><a[^>]*>([^<]*)</a></li>", page.partition('class="menu"')[2].partition("</nav>")[0])
    said = {message.id: message.string for message in held(name) if isinstance(message.id, str)}
    assert menu[0] == said["Overview"]
    assert "What happened" not in page
    assert '<p class="fact-text" lang="en" dir="auto">' in page


def test_english_pages_mark_no_language_apart() -> None:
    """Where interface and briefing speak the same, no element says so again."""
    pages = rendered(House(ROOT), _ours()[0], None).rendered.files
    assert not any(' dir="auto"' in text for text in pages.values())


def test_a_language_without_a_catalogue_is_refused_with_those_there_are(tmp_path: Path) -> None:
    """With place and mend; nothing is guessed."""
    shutil.copytree(ROOT / "templates" / "theme" / "locales", tmp_path / "templates" / "theme" / "locales")
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: x\ntheme:\n  locale: tlh\n", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        language(config)
    problem = refused.value.problems[0]
    assert (problem.file, problem.line) == ("mkdocs.yml", 3)
    assert "ar, de, en" in problem.mend or "en, ar, de" in problem.mend
