"""The style sheet: its rooms in `templates/style` become one file, so that a page asks for one."""

from __future__ import annotations

import re
from pathlib import Path

SHEET = "assets/style.css"
"""Where it lies in a briefing's folder."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style_sheet(folder: Path) -> str:
    """Every `.css` file of a folder in the order of their names, without comments and indentation."""
    rooms = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css")))
    lines = (line.strip() for room in rooms for line in _COMMENT.sub("", room).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
