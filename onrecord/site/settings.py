"""What mkdocs.yml says, before MkDocs reads it; and where in it a setting stands."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.utils.yaml import yaml_load

from onrecord.model import Problem, Refusal


def settings(config: Path) -> dict[str, object]:
    """The settings by their key; none where the file cannot be read: MkDocs reads it soon, and tells what is wrong."""
    try:
        with config.open("rb") as stream:
            return dict(yaml_load(stream))
    except Exception:
        return {}


def address_in(config: Path, key: str, example: str) -> str:
    """A setting that is an address of the web; empty where it is not given. Raises Refusal where it is none."""
    given = str(settings(config).get(key) or "")
    if given and (urlsplit(given).scheme not in ("http", "https") or not urlsplit(given).netloc):
        mend = f"write the whole address, as in {key}: {example}"
        raise Refusal([_problem(config, key, f"'{given}' is no address of the web", mend)])
    return given


def site_address(config: Path) -> str:
    """Where the site will be read, as `site_url` has it: canonical links, sitemaps and pictures need it."""
    return address_in(config, "site_url", "https://news.example.org/briefings/")


def language(config: Path) -> str:
    """The language of the interface, as `theme.locale` has it. Raises Refusal where there is no catalogue of it."""
    theme = settings(config).get("theme")
    given = str(theme.get("locale") or "en") if isinstance(theme, dict) else "en"
    there = config.parent / "templates" / "theme" / "locales"
    known = ["en", *sorted(path.parent.parent.name for path in there.glob("*/LC_MESSAGES/messages.mo"))]
    if given not in known:
        mend = f"there are {', '.join(known)}; docs/languages.md tells how to add one"
        raise Refusal([_problem(config, "  locale", f"the interface has no language '{given}'", mend)])
    return given


def _problem(config: Path, key: str, message: str, mend: str) -> Problem:
    lines = config.read_text(encoding="utf-8").splitlines()
    line = next((number for number, words in enumerate(lines, 1) if words.startswith(f"{key}:")), 0)
    return Problem(config.name, line, 1 if line else 0, message, mend, lines[line - 1] if line else "")
