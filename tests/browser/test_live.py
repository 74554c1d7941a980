"""`chancery serve` in a browser: a page that is open shows an edited seed by itself."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.conftest import copied_project, running
from tests.test_serve import SEED, free_port, page, wait


def test_an_open_page_shows_an_edited_seed_by_itself(browser: Browser, tmp_path: Path) -> None:
    home = copied_project(tmp_path / "archive", seeds=None)
    seed, port, log = home / "seeds/agreement.txt", free_port(), tmp_path / "log"
    seed.write_text(SEED.replace("WORD", "irrigation"))
    address = f"http://127.0.0.1:{port}/records/agreement/"
    with running(sys.executable, "-m", "generator", "serve", "--port", str(port), cwd=home, log=log):
        wait(lambda: "irrigation" in page(address), log)
        tab = browser.new_page()
        refused: list[str] = []
        tab.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
        tab.goto(address)
        seed.write_text(SEED.replace("WORD", "turbines"))
        expect(tab.locator("article")).to_contain_text("turbines", timeout=30_000)
        assert refused == []
        tab.close()
