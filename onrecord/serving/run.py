"""`serve` from start to Ctrl-C."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.house import House
from onrecord.model import Problem, Refusal
from onrecord.report import Report

from .kitchen import Kitchen, Look
from .news import News
from .page import Dress, Server
from .watch import Watch


@dataclass(frozen=True)
class Running:
    """A server at work, and the kitchen behind it."""

    server: Server
    kitchen: Kitchen

    def until_interrupted(self) -> None:
        """Keep the pages new; start again by itself when the program's own files change."""
        tell = self.kitchen.tell
        try:
            self.kitchen.whole()
            tell(Report((f"{self.server.address} shows what you save; Ctrl-C stops",)))
            self.kitchen.work()
        except KeyboardInterrupt:
            tell(Report(("\nstopped; what is published is in public/",)))
        finally:
            self.stop()
        if self.kitchen.outdated:
            tell(Report(("the program has changed: it starts again",)))
            os.execv(sys.executable, [sys.executable, *sys.argv])

    def stop(self) -> None:
        """Let every page go, and stop."""
        self.kitchen.stopped.set()
        self.kitchen.news.close()
        self.kitchen.watch.stop()
        self.server.shutdown()
        self.server.server_close()


def start(
    house: House,
    *,
    port: int,
    build: Callable[[], Report],
    look: Look,
    tell: Callable[[Report], None],
    dress: Dress = str,
) -> Running:
    """Serve `public/` on 127.0.0.1; `until_interrupted()` then keeps it new. Port 0 = any that is free.

    `build` makes everything new that changed; `look` the pages of one briefing at once. Raises Refusal when the port is
    taken. `dress` changes pages as they are shown here.
    """
    house.public.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(house.preview, ignore_errors=True)
    news = News()
    server = _bound(house, news, port, dress)
    watch = Watch([house.content, house.sources, house.templates, house.root / "onrecord"])
    watch.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return Running(server, Kitchen(house, watch, news, build=build, look=look, tell=tell))


def _bound(house: House, news: News, port: int, dress: Dress) -> Server:
    try:
        return Server(house.public, house.preview, news=news, port=port, dress=dress)
    except OSError as error:
        said = f"port {port} cannot be used: {(error.strerror or 'no reason given').lower()}"
        mend = "choose another one with --port, or --port 0 for any that is free"
        raise Refusal([Problem("serve", 0, 0, said, mend)]) from error
