"""MkDocs, in this process: the configuration of one site, and its build with every warning as a problem."""

from __future__ import annotations

import contextlib
import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config

from onrecord.model import Problem, Rendered

EPOCH = "315532800"
"""What MkDocs takes for the time of building, so that equal pages give equal bytes."""


@dataclass(frozen=True)
class Site:
    """One MkDocs site: its pages' folder, its configuration file, and where its output goes."""

    rendered: Rendered
    docs: Path
    output: Path
    parent: Path
    """The configuration it inherits."""
    site_url: str = ""
    home: str = ""
    """The way from its pages to the front page; empty on the front page itself."""

    @property
    def config(self) -> Path:
        """Its configuration file, beside the folder of its pages."""
        return self.docs.with_name(f"{self.docs.name}.yml")

    def settings(self) -> dict[str, Any]:
        """What its configuration says; paths are relative to the file."""
        here = self.docs.parent
        settings = {
            "INHERIT": os.path.relpath(self.parent, here),
            "site_name": self.rendered.title,
            "site_url": self.site_url,
            "docs_dir": self.docs.name,
            "site_dir": os.path.relpath(self.output, here),
            "theme": {"name": None, "custom_dir": os.path.relpath(self.parent.parent / "templates" / "theme", here)},
            "nav": [{title: path} for title, path in self.rendered.menu],
            "extra": {"home": self.home},
        }
        return settings if self.home else {**settings, "plugins": []}

    def write_config(self) -> bytes:
        """Write the configuration; its bytes."""
        lines = (f"{key}: {json.dumps(value)}\n" for key, value in self.settings().items())
        content = "".join(lines).encode("utf-8")
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_bytes(content)
        return content


class _Compiled(BytecodeCache):
    """The theme's templates as they were compiled before; Jinja compares the text, so a changed one is never stale."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def generate(site: Site, *, only_changed: bool = False) -> tuple[Problem, ...]:
    """Build a site into its output folder. What MkDocs warns of comes back as problems.

    With `only_changed`, nothing but the pages whose Markdown is newer than their HTML; no search index.
    """
    site.output.mkdir(parents=True, exist_ok=True)
    with _listening(site.config.name) as heard, _fixed_time():
        try:
            without: dict[str, Any] = {"plugins": []} if only_changed else {}
            config = load_config(config_file=str(site.config), **without)
            environment = config.theme.get_env()
            environment.bytecode_cache = _COMPILED
            config.theme.get_env = lambda: environment  # type: ignore[method-assign]
            build(config, dirty=only_changed)
        except Exception as failure:  # whatever a template or MkDocs stumbles over must not become a traceback
            heard.problems.append(Problem(site.config.name, 0, 0, f"the site cannot be built: {failure}"))
    for path in site.output.glob("sitemap.xml*"):
        if not site.site_url:  # without an address a sitemap says nothing
            path.unlink()
    return tuple(dict.fromkeys(heard.problems))


@dataclass
class _Listener(logging.Handler):
    file: str
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)

    __hash__ = logging.Handler.__hash__

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith("A 'dirty' build"):
            return  # that is what was asked for
        self.problems.append(Problem(self.file, 0, 0, record.getMessage()))


@contextlib.contextmanager
def _listening(file: str) -> Iterator[_Listener]:
    logger, listener = logging.getLogger("mkdocs"), _Listener(file)
    before = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield listener
    finally:
        logger.removeHandler(listener)
        logger.propagate = before


@contextlib.contextmanager
def _fixed_time() -> Iterator[None]:
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = before or EPOCH
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
