"""The project's repository on the web, as mkdocs.yml names it: the way to a line of a file there."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs.utils.yaml import yaml_load

from onrecord.model import Problem, Refusal

_VIEWS = {"github": "blob/HEAD/", "gitlab": "-/blob/HEAD/", "bitbucket": "src/HEAD/"}
"""Where the files of the default branch are shown, for hosts that tell by themselves which branch that is."""
_LINES = {"bitbucket": "#lines-{line}"}
_LINE = "#L{line}"
"""What GitHub, GitLab, Gitea, Forgejo and Codeberg take for a line."""


def edit_pattern(config: Path) -> str | None:
    """The address of a line as a pattern with `{file}` and `{line}`; None where no repository is named.

    `repo_url` and `edit_uri` are MkDocs' own settings, with one difference: `edit_uri` leads to the project's folder in
    the repository, since what people edit lies in `content/`. Raises Refusal where `repo_url` is no address of the web.
    """
    settings = _settings(config)
    repository, uri = str(settings.get("repo_url") or ""), settings.get("edit_uri")
    if not repository:
        return None
    if urlsplit(repository).scheme not in ("http", "https") or not urlsplit(repository).netloc:
        mend = "write the whole address, as in repo_url: https://example.org/news/briefings"
        raise Refusal([_problem(config, "repo_url", f"'{repository}' is no address of the web", mend)])
    host = urlsplit(repository).netloc.lower()
    folder = str(uri) if uri is not None else next((view for name, view in _VIEWS.items() if name in host), "")
    if not folder:
        return None
    return address(repository, folder) + next((line for name, line in _LINES.items() if name in host), _LINE)


def address(repository: str, folder: str) -> str:
    """The pattern of a file's address, without the line; braces of the settings' own are not mistaken for ours.

    >>> address("https://github.com/ana/news", "edit/main/")
    'https://github.com/ana/news/edit/main/{file}'
    >>> address("https://example.org/news/", "?file=")
    'https://example.org/news/?file={file}'
    """
    between = "" if folder.endswith(("/", "=")) else "/"
    base = repository if folder.startswith(("?", "#")) else f"{repository.rstrip('/')}/"
    joined = urljoin(base, folder) if not folder.startswith(("?", "#")) else base + folder
    return joined.replace("{", "%7B").replace("}", "%7D") + between + "{file}"


def _settings(config: Path) -> dict[str, object]:
    try:
        with config.open("rb") as stream:
            return dict(yaml_load(stream))
    except Exception:  # MkDocs reads the same file soon, and tells what is wrong with it
        return {}


def _problem(config: Path, key: str, message: str, mend: str) -> Problem:
    lines = config.read_text(encoding="utf-8").splitlines()
    line = next((number for number, words in enumerate(lines, 1) if words.startswith(f"{key}:")), 0)
    return Problem(config.name, line, 1 if line else 0, message, mend, lines[line - 1] if line else "")
