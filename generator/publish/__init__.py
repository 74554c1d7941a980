"""From pages to a published site: the faces it needs, the build beside the old site, the exchange of the two."""

from __future__ import annotations

from generator.publish.build import BuildFailedError, build_site
from generator.publish.exchange import exchange
from generator.publish.fonts import Face, face_rules, faces
from generator.publish.serve import serve_site

__all__ = ["BuildFailedError", "Face", "build_site", "exchange", "face_rules", "faces", "serve_site"]
