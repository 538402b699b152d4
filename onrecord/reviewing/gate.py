"""Who may enter: this machine, with the key of this run, and for a write from the page itself."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from email.message import Message
from http.cookies import CookieError, SimpleCookie

HEADER = "X-OnRecord-Key"
"""The header in which the page shows its key when it writes: no form and no link of another page can send it."""
HOSTS = ("127.0.0.1", "localhost")
_READS = ("none", "same-origin")


@dataclass(frozen=True)
class Gate:
    """The key of one run of the server on one port. Every refusal is a sentence for the person who reads it."""

    key: str
    port: int

    @property
    def cookie(self) -> str:
        """Name of the cookie that holds the key. A browser shares cookies between ports: each has its own name."""
        return f"onrecord-{self.port}"

    def knows(self, key: str) -> bool:
        """Whether this is the key, in a time that tells nothing about it."""
        return hmac.compare_digest(key.encode("utf-8", "replace"), self.key.encode())

    def stranger(self, headers: Message[str, str]) -> str | None:
        """Why nobody is let in under the name that the request calls this server by; None where it is ours.

        A page of another host that has its name point to this machine comes with that name.
        """
        hosts = headers.get_all("Host", [])
        known = len(hosts) == 1 and hosts[0] in self._names()
        return None if known else f"this server does not answer to the name '{' '.join(hosts)}'"

    def reader(self, headers: Message[str, str]) -> str | None:
        """Why this request may not read; None where it may: it has the key as cookie or header, from no other site."""
        if headers.get("Sec-Fetch-Site", "none") not in _READS:
            return "another page asked for this"
        if not any(self.knows(key) for key in (headers.get(HEADER, ""), _cookie(headers, self.cookie))):
            return "the key is missing or of an earlier run: open the address that the terminal shows"
        return None

    def writer(self, headers: Message[str, str]) -> str | None:
        """Why this request may not write; None where it may: it comes from our own page, which shows the key."""
        origin = headers.get("Origin")
        ours = [f"http://{name}" for name in self._names()]
        if origin not in ours if origin is not None else headers.get("Sec-Fetch-Site") != "same-origin":
            return "another page asked for this"
        if not self.knows(headers.get(HEADER, "")):
            return "the key is missing or of an earlier run: open the address that the terminal shows"
        return None

    def _names(self) -> tuple[str, ...]:
        return tuple(f"{host}:{self.port}" for host in HOSTS)


def _cookie(headers: Message[str, str], name: str) -> str:
    try:
        found = SimpleCookie(headers.get("Cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
