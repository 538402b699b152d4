"""A briefing's pages as our site, beside the same Markdown under MkDocs' default theme and under Material for MkDocs.

    python -m bench.site_beside [--slug hamedan]

Needs what `make test` installs (Chromium, axe-core, Lighthouse) and installs Material for MkDocs into a folder of its
own that is thrown away. Page weight is what the browser asks this machine for until it is at rest, each answer
compressed by gzip; requests to other hosts are counted apart and weigh nothing here. Findings of axe-core are rules
broken on the overview in light. Lighthouse is its run for telephones, once each. Read the rows side by side: they come
from one run on one machine.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
WEB = ROOT / "tools" / "web" / "node_modules"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
THEMES = {"MkDocs, default theme": "mkdocs", "Material for MkDocs": "material"}
"""The others, by what the table calls them and their theme's name."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slug", default="hamedan", help="the briefing of content/ that is shown")
    options = parser.parse_args()
    subprocess.run([sys.executable, "build.py"], cwd=ROOT, check=True, capture_output=True)
    with tempfile.TemporaryDirectory() as folder:
        sites = {"On Record": ROOT / "public"}
        python = _with_material(Path(folder))
        for said, theme in THEMES.items():
            sites[said] = _built(python, theme, options.slug, Path(folder) / theme)
        rows = {said: _measured(site, options.slug) for said, site in sites.items()}
    _print(rows)


def _with_material(folder: Path) -> Path:
    """A Python that has Material for MkDocs, which ours must not depend on."""
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "mkdocs-material"], check=True)
    return python


def _built(python: Path, theme: str, slug: str, site: Path) -> Path:
    """The very pages that ours are made from, under another theme."""
    ours = yaml.safe_load((ROOT / "build" / f"{slug}.yml").read_text(encoding="utf-8"))
    told = {
        "site_name": ours["site_name"],
        "docs_dir": str(ROOT / "build" / slug),
        "site_dir": str(site / slug),
        "use_directory_urls": False,
        "nav": ours["nav"],
        "theme": {"name": theme},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", "toc"],
    }
    site.mkdir()
    config = site / "mkdocs.yml"
    config.write_text(yaml.safe_dump(told), encoding="utf-8")
    subprocess.run([python, "-m", "mkdocs", "build", "-q", "-f", config], check=True, capture_output=True)
    return site


def _measured(site: Path, slug: str) -> dict[str, str]:
    with _served(site) as address:
        page = f"{address}{slug}/index.html"
        return {**_weighed(page, address), **_audited(page)}


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


def _weighed(page: str, address: str) -> dict[str, str]:
    from playwright.sync_api import sync_playwright

    own: dict[str, int] = {}
    others: set[str] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"])
        visitor = browser.new_page()
        visitor.on("request", lambda asked: None if asked.url.startswith(address) else others.add(asked.url))
        visitor.on("response", lambda answer: own.update({answer.url: len(gzip.compress(answer.body()))}))
        visitor.goto(page, wait_until="networkidle")
        visitor.add_script_tag(path=str(WEB / "axe-core" / "axe.min.js"))
        broken = visitor.evaluate("axe.run().then(told => told.violations.map(one => one.id))")
        browser.close()
    scripts = sum(size for url, size in own.items() if url.endswith(".js"))
    return {
        "KB": f"{sum(own.values()) / 1024:.1f}",
        "requests": str(len(own)),
        "to other hosts": str(len([url for url in others if url.startswith("http")])),
        "KB of script": f"{scripts / 1024:.1f}",
        "axe": str(len(broken)) + (f" ({', '.join(broken)})" if broken else ""),
    }


def _audited(page: str) -> dict[str, str]:
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    command = ["node", str(WEB / "lighthouse" / "cli" / "index.js"), page, "--quiet", "--output=json"]
    command += [f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}"]
    said = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": _chromium()}, check=True, capture_output=True, timeout=240
    )
    told = json.loads(said.stdout)["categories"]
    return {name: str(round(100 * told[name]["score"])) for name in CATEGORIES}


def _chromium() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return found or sys.exit("Chromium is not installed: make browser")


def _print(rows: dict[str, dict[str, str]]) -> None:
    heads = list(next(iter(rows.values())))
    print(f"| overview page | {' | '.join(heads)} |")
    print(f"|---|{'---|' * len(heads)}")
    for said, row in rows.items():
        print(f"| {said} | {' | '.join(row[head] for head in heads)} |")


if __name__ == "__main__":
    main()
