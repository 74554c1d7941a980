"""Bringing a text in: a saved web page or plain text becomes a seed. Nothing is fetched.

`page` needs the extra `[html]` and is imported by the command alone, when a page is brought.
"""

from __future__ import annotations

from generator.add.brought import Brought
from generator.add.plain import is_page, read_plain
from generator.add.seed import Added, add_seed

__all__ = ["Added", "Brought", "add_seed", "is_page", "read_plain"]
