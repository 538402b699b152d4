"""The project's repository on the web, as mkdocs.yml names it: the way to a line of a file there."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from .settings import address_in, settings

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
    repository, uri = (
        address_in(config, "repo_url", "https://example.org/news/briefings"),
        settings(config).get("edit_uri"),
    )
    if not repository:
        return None
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
