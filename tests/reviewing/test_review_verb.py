"""`review SLUG` from the command line: an address, and a calm end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name != "posix", reason="an interrupt is sent as POSIX systems do")
def test_it_prints_an_address_that_shows_the_page_and_ends_calmly() -> None:
    """Ctrl-C is how it is meant to end: no traceback, no error code, one line."""
    command = [sys.executable, "build.py", "review", "savinja-flood"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout
        address = run.stdout.readline().strip()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
        with opener.open(address, timeout=30) as answer:
            assert "Savinja" in answer.read().decode()
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=30)
    assert (out, err, run.returncode) == ("\nstopped; everything that was confirmed is in the files\n", "", 0)
