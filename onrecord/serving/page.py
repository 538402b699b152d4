"""The server of `serve`: what was just saved, else what is published, each page with a line that keeps it new."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from .news import News

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""Names by which a browser on this machine may ask: another one's page must not read what is edited here."""
Dress = Callable[[str], str]
"""What is done to a page before it is shown here; the published file stays as it is."""
_SCRIPT = b'<script src="/-/live.js"></script>'


class Server(ThreadingHTTPServer):
    """The public folder on a port of the loopback address."""

    daemon_threads = True

    def __init__(self, public: Path, preview: Path, *, news: News, port: int, dress: Dress = str) -> None:
        handler = partial(Handler, directory=str(public), preview=preview, news=news, dress=dress)
        super().__init__(("127.0.0.1", port), handler)

    @property
    def address(self) -> str:
        """Where to look."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no news."""


class Handler(SimpleHTTPRequestHandler):
    """Answers GET and HEAD, for this machine only."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, news: News, preview: Path, directory: str, dress: Dress) -> None:
        self.news, self.preview, self.dress = news, preview, dress
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file, the script that keeps pages new, or the news it follows."""
        path = urlsplit(self.path).path
        if not self._is_for_us():
            self._answer(b"This server answers this machine only.\n", "text/plain", HTTPStatus.FORBIDDEN)
        elif path == "/-/live.js":
            self._answer(files(__package__).joinpath("live.js").read_bytes(), "text/javascript")
        elif path == "/-/news":
            self._follow()
        elif (page := self._page(path)) is not None:
            self.news.asked_for(path)
            self._answer(page, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """The same without the content."""
        if self._is_for_us():
            super().do_HEAD()
        else:
            self._answer(b"", "text/plain", HTTPStatus.FORBIDDEN)

    def end_headers(self) -> None:
        """Nothing is kept by the browser, so that the editor always sees the newest page."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for problems."""

    def translate_path(self, path: str) -> str:
        """A file that was just saved, before it is published; otherwise the published one."""
        public = Path(super().translate_path(path))
        root = Path(self.directory)
        fresh = self.preview / public.relative_to(root) if public.is_relative_to(root) else public
        return str(fresh if fresh.is_file() else public)

    def _is_for_us(self) -> bool:
        host = self.headers.get("Host", "")
        return host.removesuffix(f":{self.server.server_port}") in HOSTS  # type: ignore[attr-defined]

    def _page(self, path: str) -> bytes | None:
        """A page with the line that keeps it new; None for any other file, or none."""
        file = Path(self.translate_path(path))
        if file.is_dir() and path.endswith("/"):
            file = file / "index.html"
        if file.suffix != ".html" or not file.is_file():
            return None
        page = self.dress(file.read_text(encoding="utf-8")).encode()
        body, end, rest = page.rpartition(b"</body>")
        return body + _SCRIPT + end + rest if end else page + _SCRIPT

    def _follow(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        seen = self.headers.get("Last-Event-ID", "")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for event in self.news.follow(query.get("page", [""])[0], int(seen) if seen.isdigit() else None):
                self.wfile.write(event.encode())
                self.wfile.flush()
        except OSError:
            pass  # the page was closed
        self.close_connection = True

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
