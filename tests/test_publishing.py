"""The workflow that publishes the site does what the documents say, with no more rights than it needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOW = ROOT / ".github" / "workflows" / "pages.yml"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    """The jobs of the workflow."""
    told: dict[str, Any] = yaml.load(WORKFLOW.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert told["permissions"] == {}
    return dict(told["jobs"])


def test_every_action_is_pinned_by_its_commit(jobs: dict[str, Any]) -> None:
    """A tag can be moved; forty hexadecimal digits cannot. The version stands beside them for people."""
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert len(used) == 4
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.search(
            re.escape(action) + r" # v[0-9]+\.[0-9]+\.[0-9]+$", WORKFLOW.read_text(encoding="utf-8"), re.MULTILINE
        )


def test_what_it_runs_is_a_target_that_needs_the_core_install_only(jobs: dict[str, Any]) -> None:
    """`make build`, whose only need is the core stamp; and what is uploaded is the folder that it fills."""
    run = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert run == ["make build PYTHON=python"]
    assert re.search(r"^build: \$\(VENV\)/\.core$", MAKEFILE, re.MULTILINE)
    uploaded = next(step for step in jobs["build"]["steps"] if "upload-pages" in step.get("uses", ""))
    assert uploaded["with"]["path"] == "public"


def test_only_the_last_job_may_write(jobs: dict[str, Any]) -> None:
    """The build reads the repository; publishing writes pages and nothing else, and waits for the build."""
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["publish"]["needs"] == "build"


def test_the_document_names_the_commands_and_files_that_are_there() -> None:
    """What stands in code marks with a way to a file, or runs make, exists."""
    told = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")
    assert WORKFLOW.relative_to(ROOT).as_posix() in told
    for target in set(re.findall(r"`?make ([a-z]+)", told)):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target
