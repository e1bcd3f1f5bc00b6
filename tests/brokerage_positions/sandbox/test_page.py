"""The page to watch: everything is there, changes as it happens, and what came from outside stays text."""

import json
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from brokerage_positions.sandbox import Sandbox, faults
from brokerage_positions.sandbox.control import serving

from .sales import ALPACA

CHROMIUM: Final = shutil.which("chromium") or shutil.which("google-chrome")
KEYS = ("sandbox-key", "sandbox-secret")


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox("demo", web=True) as running:
        yield running


@pytest.fixture
def page(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=sandbox.url) as client:
        yield client


def test_it_shows_what_is_held_asked_and_planted(sandbox: Sandbox, page: httpx.Client) -> None:
    sandbox.plan(faults.act_then_drop(), method="DELETE", path="/TSLA$")
    page.delete(f"{ALPACA}/KO?qty=1.5", auth=KEYS)
    found = page.get("/_sandbox/")
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    for text in ("AAPL260918C00200000", "19816", "act_then_drop", "/KO?qty=1.5", "sell 1.5 KO", "-50"):
        assert text in found.text
    assert "sandbox-secret" not in found.text


def test_it_loads_nothing_from_outside_and_the_browser_may_not(page: httpx.Client) -> None:
    found = page.get("/_sandbox/")
    assert not re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?(?!data:,)[a-z]*:?//""", found.text)
    assert "default-src 'none'" in found.headers["content-security-policy"]
    assert "unsafe" not in found.headers["content-security-policy"]


def test_what_came_from_outside_stays_text(sandbox: Sandbox, page: httpx.Client) -> None:
    hostile = "<script>alert(1)</script>"
    sandbox.plan(faults.html(), path="<b>")
    with socket.create_connection(("127.0.0.1", int(sandbox.url.rpartition(":")[2])), timeout=10) as connection:
        connection.sendall(f"GET /{hostile} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert connection.recv(1 << 16)
    found = page.get("/_sandbox/").text
    assert hostile not in found
    assert "&lt;script&gt;alert(1)" in found
    assert "<b>" not in found
    assert "&lt;b&gt;" in found


def test_it_changes_as_things_happen(sandbox: Sandbox, page: httpx.Client) -> None:
    with page.stream("GET", "/_sandbox/events", timeout=20) as events:
        assert events.headers["content-type"] == "text/event-stream"
        lines = (line for line in events.iter_lines() if line)
        assert "None yet." in next(lines)
        httpx.get(f"{sandbox.url}{ALPACA}/TSLA", auth=KEYS)
        told = next(line for line in lines if "/TSLA" in line)
        assert json.loads(told.removeprefix("data: ")).startswith("<p>")


def test_its_buttons_plant_clear_advance_and_reset(sandbox: Sandbox, page: httpx.Client) -> None:
    def press(name: str, **given: str) -> None:
        origin = {"Origin": sandbox.url}
        pressed = page.post(f"/_sandbox/page/{name}", data=given, headers=origin)
        assert (pressed.status_code, pressed.headers["location"]) == (303, "/_sandbox/")

    press("plant", fault="answer", method="GET", times="1")
    assert [page.get(f"{ALPACA}/TSLA", auth=KEYS).status_code for _ in range(2)] == [504, 200]
    press("plant", fault="html", method="", times="")
    press("clear")
    assert page.get(f"{ALPACA}/TSLA", auth=KEYS).status_code == 200
    page.delete(f"{ALPACA}/TSLA", auth=KEYS)
    press("advance", seconds="60")
    assert page.get(f"{ALPACA}/TSLA", auth=KEYS).status_code == 404
    press("reset")
    assert page.get(f"{ALPACA}/TSLA", auth=KEYS).status_code == 200
    assert len(sandbox.log) == 1


def test_every_button_on_it_works(sandbox: Sandbox, page: httpx.Client) -> None:
    names = re.findall(r'name="fault" value="(\w+)"', page.get("/_sandbox/").text)
    assert len(names) > 8
    for name in names:
        assert page.post("/_sandbox/page/plant", data={"fault": name, "times": "1"}).status_code == 303
    assert page.post("/_sandbox/page/plant", data={"fault": "no such"}).status_code == 422


def test_it_is_there_only_if_asked_for() -> None:
    with Sandbox("demo") as sandbox:
        assert httpx.get(f"{sandbox.url}/_sandbox/").status_code == 404
        assert httpx.get(f"{sandbox.url}/_sandbox/events").status_code == 404


@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on the path")
def test_a_browser_runs_its_script_under_the_headers_that_it_is_sent_with(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell, listens = serving.tell, threading.Event()

    async def noted(*given: Any) -> None:
        listens.set()
        await tell(*given)

    monkeypatch.setattr(serving, "tell", noted)
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}", "--timeout=10000")
    with subprocess.Popen(
        [str(CHROMIUM), *options, "--dump-dom", f"{sandbox.url}/_sandbox/"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as browser:
        try:
            shown, _ = browser.communicate(timeout=60)
        finally:
            browser.kill()
    assert "AAPL260918C00200000" in shown
    assert listens.wait(10), "the page's script did not run"
