"""The schemas behind the files accept what the loader accepts, and refuse what is a matter of shape."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from onrecord.dossier import new_files
from onrecord.dossier.schemas import json_schema
from onrecord.dossier.writing.core import CoreLoader
from onrecord.model import Files
from onrecord.model.fact import CERTAINTY_WORDS

ROOT = Path(__file__).parent.parent.parent
INVALID = ROOT / "tests" / "invalid"
CASES = sorted(path.parent.name for path in INVALID.glob("*/expected.txt"))
SCHEMAS = {name: json_schema(name) for name in Files.model_fields}
VALIDATORS = {name: Draft7Validator(schema) for name, schema in SCHEMAS.items()}

UNSEEN = {
    "the id stands in another record, or another file": """
        actor-for-place affiliation-nearly-an-id dangling-operator dangling-overview dangling-references dangling-source
        denies-itself dispute-id-twice distance-to-nowhere fact-in-two-files fact-renamed-but-not-in-takeaway
        id-renamed-in-one-place id-twice quantity-of-nearly-an-id relay-is-source unknown-source-article""",
    "one record must be compared with another": """
        denied-and-still-sure dispute-leaves-out-a-side disputed-by-nobody takeaway-number
        takeaway-without-its-bound rows-of-others""",
    "two values must be compared": """
        article-attributed end-before-beginning hedge-missing open-without-licence place-reversed range-downwards""",
    "the article must be read": """
        another-speaker bound-lost date-of-another-day negation-added negation-lost number-not-in-the-article place-lost
        place-moved place-not-named plan-told-as-done quotation-across-ellipsis quotation-changed quotation-elsewhere
        quotation-of-a-part-of-a-word reservation-lost unit-changed wrong-sentence""",
    "a calendar, a count of words or the size of a number": "day-not-in-calendar long-quotation number-too-long",
    "what was found must be compared": "found-edited rejected-not-removed",
    "the file's name or kind": """
        capital-in-file-name folder-for-file missing-briefing text-suffix unknown-file utf-16 wrong-suffix""",
    "gone before the data is there: the editor's own parser tells the first five": """
        dash-forgotten duplicate-key list-twice record-line-deleted tag anchor-and-alias hash-in-text""",
}
"""Broken dossiers that a schema of one file cannot see, by the reason."""


def refused(folder: Path) -> bool | None:
    """Whether a schema refuses a file of a dossier; None where one of them cannot even be parsed."""
    answers = []
    for name, validator in VALIDATORS.items():
        path = folder / f"{name}.yaml"
        if path.is_file():
            try:
                data = yaml.load(path.read_bytes(), Loader=CoreLoader)
            except (yaml.YAMLError, UnicodeDecodeError):
                return None
            answers.append(not validator.is_valid({} if data is None else data))
    return any(answers)


@pytest.mark.parametrize("name", VALIDATORS)
def test_a_schema_is_one(name: str) -> None:
    """The dialect it names finds nothing wrong with it, and every reference in it leads somewhere."""
    Draft7Validator.check_schema(SCHEMAS[name])
    text = json.dumps(SCHEMAS[name])
    assert set(re.findall(r"#/definitions/(\w+)", text)) <= set(SCHEMAS[name]["definitions"])
    assert "$defs" not in text


@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("*/*.yaml")), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_the_committed_dossiers_fit_their_schemas(path: Path) -> None:
    """What builds is never marked as wrong by an editor."""
    if path.stem in VALIDATORS:
        data = yaml.load(path.read_bytes(), Loader=CoreLoader)
        assert [(error.json_path, error.message) for error in VALIDATORS[path.stem].iter_errors(data)] == []


def test_the_rich_dossier_of_the_tests_fits_too() -> None:
    """Every field that the pages know of passes."""
    files = yaml.load((ROOT / "tests/pages/ferry.yaml").read_text(encoding="utf-8"), Loader=CoreLoader)
    for name, data in files.items():
        assert [(error.json_path, error.message) for error in VALIDATORS[name].iter_errors(data)] == []


def test_an_empty_dossier_fits() -> None:
    """What `new` writes is not marked as wrong; a file of nothing but comments has nothing to mark."""
    for name, text in new_files("A test").items():
        assert VALIDATORS[name.removesuffix(".yaml")].is_valid(yaml.load(text, Loader=CoreLoader) or {})


@pytest.mark.parametrize("written", ["1979", "true", "2016-08-16", "NO", "12:30"])
def test_a_text_without_quotation_marks_fits(written: str) -> None:
    """The loader reads the text that stands there; so the editor may not complain of a number."""
    text = f"actors: [{{id: one, name: {written}, kind: person, role: {written}}}]"
    assert VALIDATORS["actors"].is_valid(yaml.load(text, Loader=CoreLoader))


def test_a_tilde_is_an_operator_to_the_schema_too() -> None:
    """YAML takes `~` for nothing, the loader for about."""
    fact = "{id: a, text: t, source: article, certainty: asserted, quantities: [{value: 4, operator: ~}]}"
    assert VALIDATORS["events"].is_valid(yaml.load(f"facts: [{fact}]", Loader=CoreLoader))


@pytest.mark.parametrize("case", CASES)
def test_a_broken_shape_is_refused_by_its_schema(case: str) -> None:
    """Each broken dossier is refused by the parser or by a schema, or stands above with the reason why it cannot be."""
    unseen = {name for names in UNSEEN.values() for name in names.split()}
    assert (refused(INVALID / case) is False) == (case in unseen)


def test_no_reason_is_given_for_a_case_that_is_gone() -> None:
    """The list of what schemas cannot see names cases that there are."""
    assert {name for names in UNSEEN.values() for name in names.split()} <= set(CASES)


def test_the_words_of_a_choice_are_explained() -> None:
    """An editor's menu says what each certainty means."""
    certainty = SCHEMAS["events"]["definitions"]["Fact"]["properties"]["certainty"]
    assert dict(zip(certainty["enum"], certainty["enumDescriptions"], strict=True)) == CERTAINTY_WORDS


def test_a_form_is_told_in_our_words() -> None:
    """Not the regular expression, but what an id is."""
    identifier = SCHEMAS["events"]["definitions"]["Fact"]["properties"]["id"]
    assert (
        identifier["patternErrorMessage"]
        == "this is not an id: an id is lower-case words and numbers joined by hyphens"
    )


@pytest.mark.parametrize("name", ["actors", "places", "events", "military", "briefing"])
def test_a_new_record_has_every_key_it_needs(name: str) -> None:
    """A snippet for each list of records, filled with what stands in its places, fits the schema."""
    schema = SCHEMAS[name]
    lists = {key: value for key, value in schema["properties"].items() if "$ref" in value.get("items", {})}
    assert lists
    for value in lists.values():
        kind = value["items"]["$ref"].rpartition("/")[2]
        (snippet,) = schema["definitions"][kind]["defaultSnippets"]
        assert list(snippet["body"]) == schema["definitions"][kind]["required"]
        assert not re.search(r"\$\{", json.dumps(filled(snippet["body"])))


def filled(body: Any) -> Any:
    """A snippet as it stands when nobody fills its places."""
    if isinstance(body, dict):
        return {key: filled(value) for key, value in body.items()}
    if isinstance(body, list):
        return [filled(value) for value in body]
    return re.sub(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^|]*\|)\}", lambda match: match[1] or match[2], body)


def test_the_editor_settings_lead_to_every_schema() -> None:
    """`.vscode/settings.json` ties each file of a dossier to its schema, by a path that is there."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert {Path(path).stem for path in settings} == set(Files.model_fields)
    assert all((ROOT / path).is_file() for path in settings)
    assert all(pattern.endswith(f"/{Path(path).stem}.yaml") for path, pattern in settings.items())


@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("*/*.yaml")), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_the_first_line_leads_to_the_schema_of_the_file(path: Path) -> None:
    """Offline, counted from the file itself."""
    if path.stem in VALIDATORS:
        match = re.match(r"\ufeff?# yaml-language-server: \$schema=(\S+)\r?\n", path.read_text(encoding="utf-8"))
        assert match
        assert (path.parent / match[1]).resolve() == ROOT / "onrecord" / "dossier" / "schema" / f"{path.stem}.json"
