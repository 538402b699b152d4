"""Prints the published briefings: `build/pdf/<slug>-sheet.pdf`, one page, and `build/pdf/<slug>.pdf`, all of it.

    python -m tools.make_pdf

What is printed is what a browser prints of `public/<slug>/index.html` and `whole.html`; the style sheet has the rest.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PUBLIC, PDF = ROOT / "public", ROOT / "build" / "pdf"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PAGES = {"-sheet": "index.html", "": "whole.html"}


def main() -> int:
    """Print every briefing of `public/`; 1 and the mend where that cannot be."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    briefings = sorted(page.parent for page in PUBLIC.glob("*/whole.html"))
    if browser is None:
        print("make pdf: no Chromium here; install it (apt-get install chromium), or print the pages from any browser")
        return 1
    if not briefings:
        print("make pdf: public/ holds no briefing; run make site first")
        return 1
    PDF.mkdir(parents=True, exist_ok=True)
    return max(_printed(browser, folder, ending, page) for folder in briefings for ending, page in PAGES.items())


def _printed(browser: str, folder: Path, ending: str, page: str) -> int:
    target = PDF / f"{folder.name}{ending}.pdf"
    target.unlink(missing_ok=True)
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = [browser, *flags, f"--print-to-pdf={target}", (folder / page).as_uri()]
    said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if not target.is_file():
        print(f"make pdf: {target.name} was not printed: {said.stderr.strip()[-300:]}")
        return 1
    print(target.relative_to(ROOT).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())
