"""What robots may know of the whole site: where its sitemaps are. Only for a site that knows its own address."""

from __future__ import annotations

from collections.abc import Iterable

ROBOTS = "robots.txt"


def robots(site_url: str, slugs: Iterable[str]) -> str:
    r"""The file at the top of the site. Everything may be read; what is not to be listed says so on its page.

    >>> robots("https://news.example.org/", ["flood"]).splitlines()[-1]
    'Sitemap: https://news.example.org/flood/sitemap.xml'
    """
    base = site_url.rstrip("/")
    maps = [f"{base}/sitemap.xml", *(f"{base}/{slug}/sitemap.xml" for slug in sorted(slugs))]
    return "".join(f"{line}\n" for line in ("User-agent: *", "Allow: /", "", *(f"Sitemap: {one}" for one in maps)))
