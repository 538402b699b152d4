"""Where the project can be edited on the web, read from MkDocs' own settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.model import Refusal
from onrecord.site import edit_pattern


@pytest.mark.parametrize(
    ("settings", "pattern"),
    [
        ("repo_url: https://github.com/ana/news", "https://github.com/ana/news/blob/HEAD/{file}#L{line}"),
        ("repo_url: https://github.com/ana/news/\nedit_uri: edit/main/", "https://github.com/ana/news/edit/main/{file}#L{line}"),
        ("repo_url: https://github.com/ana/news\nedit_uri: blob/main/desk", "https://github.com/ana/news/blob/main/desk/{file}#L{line}"),
        ("repo_url: https://gitlab.com/ana/news", "https://gitlab.com/ana/news/-/blob/HEAD/{file}#L{line}"),
        ("repo_url: https://gitlab.example.org/a/b\nedit_uri: -/edit/dev/", "https://gitlab.example.org/a/b/-/edit/dev/{file}#L{line}"),
        ("repo_url: https://bitbucket.org/ana/news", "https://bitbucket.org/ana/news/src/HEAD/{file}#lines-{line}"),
        ("repo_url: https://bitbucket.org/ana/news\nedit_uri: src/main/", "https://bitbucket.org/ana/news/src/main/{file}#lines-{line}"),
        ("repo_url: https://codeberg.org/ana/news\nedit_uri: src/branch/main/", "https://codeberg.org/ana/news/src/branch/main/{file}#L{line}"),
        ("repo_url: https://git.example.org/news\nedit_uri: https://other.example.org/e/", "https://other.example.org/e/{file}#L{line}"),
        ("repo_url: https://git.example.org/news\nedit_uri: '?file='", "https://git.example.org/news?file={file}#L{line}"),
        ("repo_url: https://git.example.org/{file}\nedit_uri: e/", "https://git.example.org/%7Bfile%7D/e/{file}#L{line}"),
        ("repo_url: https://codeberg.org/ana/news", None),
        ("repo_url: https://github.com/ana/news\nedit_uri: ''", None),
        ("site_name: On Record", None),
        ("repo_url: [", None),
    ],
)  # fmt: skip
def test_a_repository_gives_the_pattern_of_its_lines(tmp_path: Path, settings: str, pattern: str | None) -> None:
    """Each host writes a line in its own way; where the branch cannot be known, nothing is guessed."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(settings + "\n", encoding="utf-8")
    assert edit_pattern(config) == pattern


def test_an_address_that_is_none_is_refused_with_its_line(tmp_path: Path) -> None:
    """A slip in mkdocs.yml is told like one in a dossier, and no page carries the address."""
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: On Record\nrepo_url: javascript:alert(1)\n", encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        edit_pattern(config)
    assert str(refusal.value) == (
        "mkdocs.yml:2:1: 'javascript:alert(1)' is no address of the web\n"
        "  repo_url: javascript:alert(1)\n"
        "  ^\n"
        "  write the whole address, as in repo_url: https://example.org/news/briefings"
    )
