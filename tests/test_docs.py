"""What the documents say holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.dossier import load_dossier
from onrecord.model import Problem

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("eval/*.md")])


def block(language: str) -> str:
    """The first fenced block of a language in the README."""
    match = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert match, language
    return match[1]


def problems_of(events: str, folder: Path) -> tuple[Problem, ...]:
    """What loading a dossier with these events and a whole `briefing.yaml` tells."""
    folder.mkdir()
    (folder / "briefing.yaml").write_text("title: Flood\nsources:\n  - id: wire\n", encoding="utf-8")
    (folder / "events.yaml").write_text(events, encoding="utf-8")
    return load_dossier(folder, folder.parent)[1]


def test_the_example_of_a_fact_is_one(tmp_path: Path) -> None:
    """The YAML in the README loads without a problem."""
    assert problems_of("facts:\n" + block("yaml"), tmp_path / "flood") == ()


def test_the_example_of_a_mistake_is_told_as_the_readme_shows(tmp_path: Path) -> None:
    """Message, caret and mend are those of the program."""
    events = "facts:\n" + block("yaml").replace("source:", "soruce:")
    mistake = next(problem for problem in problems_of(events, tmp_path / "flood") if "soruce" in problem.message)
    shown = block("text").splitlines()
    told = mistake.explain().splitlines()
    assert told[0].partition(": ")[2] == shown[0].partition(": ")[2]
    assert told[1:-1] == shown[1:-1]
    assert told[-1].startswith(shown[-1].removesuffix(" ..."))


def test_every_make_target_and_verb_of_the_readme_exists() -> None:
    """No command of the README leads nowhere."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"\bmake ([a-z]+)", README))
    assert targets
    assert {target for target in targets if f"\n{target}:" not in makefile} == set()
    cli = (ROOT / "onrecord" / "cli.py").read_text(encoding="utf-8")
    verbs = set(re.findall(r"`?python build\.py ([a-z]+(?:-[a-z]+)*)", README))
    assert {verb for verb in verbs if f'"{verb}"' not in cli} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    """Every relative link and picture of a document is there."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
