"""Writes the pages of docs/ that are made from the code, and the schemas behind the YAML files: `make docs`."""

from __future__ import annotations

from pathlib import Path

from onrecord.dossier.reference import reference
from onrecord.dossier.schemas import write_schemas

DOCS = Path(__file__).parent.parent / "docs"


def main() -> None:
    """Write `docs/yaml.md` and `onrecord/dossier/schema/*.json`."""
    (DOCS / "yaml.md").write_text(reference(), encoding="utf-8", newline="\n")
    write_schemas()


if __name__ == "__main__":
    main()
