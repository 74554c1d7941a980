"""What describes the data: a Frictionless data package over the files of `/data/`, and their checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from generator.export.outlet import Outlet, json_bytes
from generator.export.tables import RECORD_COLUMNS, RELATION_COLUMNS, Columns
from generator.text.slug import slug

_TABLES: dict[str, Columns] = {
    "records.csv": RECORD_COLUMNS,
    "relations.csv": RELATION_COLUMNS,
    "events-left-out.csv": {"reason": "string", "records": "integer"},
}
_MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "json": "application/json", "xml": "application/xml"}


Facts = tuple[int, str]
"""Of a file: its size in bytes, and its SHA-256 in hexadecimal."""


def facts_of(content: bytes) -> Facts:
    """What a data package tells of a file."""
    return len(content), hashlib.sha256(content).hexdigest()


def package_json(outlet: Outlet, files: Iterable[tuple[str, Facts]]) -> bytes:
    """`datapackage.json` for files that stand under `data/`."""
    package = {
        "name": slug(outlet.settings.site_name) or "archive",
        "title": outlet.settings.site_name,
        **({"homepage": outlet.root} if outlet.root else {}),
        "resources": [_resource(path.removeprefix("data/"), *facts) for path, facts in files],
    }
    return json_bytes(package, indent=1)


def checksums(files: Iterable[tuple[str, Facts]]) -> bytes:
    """`SHA256SUMS`, as `sha256sum -c` reads it in the folder `data`."""
    return "".join(f"{told}  {path.removeprefix('data/')}\n" for path, (_, told) in files).encode()


def _resource(path: str, size: int, told: str) -> dict[str, Any]:
    columns = _TABLES.get(path)
    ending = path.rpartition(".")[2]
    tabular = {"profile": "tabular-data-resource", "schema": _schema(columns)} if columns else {"profile": "data-resource"}
    kind = "table" if columns else "json" if ending == "json" else "file"
    return {
        "name": slug(path),
        "type": kind,
        "path": path,
        "format": ending,
        "mediatype": _MEDIA[ending],
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{told}",
        **tabular,
    }


def _schema(columns: Columns) -> dict[str, Any]:
    return {"fields": [{"name": name, "type": kind} for name, kind in columns.items()]}
