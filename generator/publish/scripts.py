"""The search scripts as a site publishes them: modules joined and made small.

Without the minifier (it comes as a compiled package) the modules are published as they are written: the same
search in more requests.
"""

from __future__ import annotations

import re
from pathlib import Path

try:
    import minify
except ImportError:  # no build of it for this machine
    minify = None  # type: ignore[assignment]

LOADER = "assets/search.js"
CORE = "assets/search/page.js"
LATER = ("assets/search/suggest.js", "assets/search/facets.js", "assets/search/rare.js")
"""What is loaded when it is wanted, and takes what it imports from the core."""
MODULES = tuple(f"assets/search/{name}.js" for name in ("table", "fold", "index", "query", "show", "page"))
"""What the core is joined from, each after those it imports."""
ALONE = ("assets/contribute.js",)
"""Scripts of one page, which share nothing."""
_SHARED = ("Index", "bigrams", "element", "fold", "meaningOf", "meanings", "search", "start", "tokens", "unsure")
"""What the core gives to others."""
_IMPORT = re.compile(r"^import .*?;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const|class|function|async)", re.MULTILINE)


def published_scripts(theme: Path) -> dict[str, str]:
    """The scripts to publish in place of those in the theme's folder, by address; none without the minifier.

    Modules that are not among them are part of the core.
    """
    if minify is None:
        return {}
    joined = "".join(_EXPORT.sub("", _IMPORT.sub("", (theme / module).read_text(encoding="utf-8"))) for module in MODULES)
    names = ", ".join(_SHARED)
    core = f"const shared = (() => {{\n{joined}\nreturn {{ {names} }};\n}})();\nexport const {{ {names} }} = shared;\n"
    written = {uri: (theme / uri).read_text(encoding="utf-8") for uri in (LOADER, *LATER, *ALONE)}
    written = {uri: re.sub(r'from "\./\w+\.js"', 'from "./page.js"', code) for uri, code in written.items()}
    written[CORE] = core
    return {uri: str(minify.string("application/javascript", code)) for uri, code in written.items()}
