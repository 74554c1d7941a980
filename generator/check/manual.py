"""Where the site explains a code, and what it says there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.curated.checks import CheckHelp
from generator.model import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """The explanations of all codes; `root` is the address of the site with its final slash, where it has one."""

    checks: Mapping[str, CheckHelp] = field(default_factory=dict)
    root: str | None = None
    languages: tuple[str, ...] = ("en",)
    default: str = "en"

    @classmethod
    def of(cls, settings: Settings, checks: Mapping[str, CheckHelp]) -> Manual:
        """The manual that the site of an archive holds."""
        root = f"{settings.site_url.rstrip('/')}/" if settings.site_url else None
        return cls(checks=checks, root=root, languages=settings.languages, default=settings.default_language)

    def address(self, code: str, language: str) -> str | None:
        """The page of a code, in the interface language nearest to the one asked for; `None` where the site has no address."""
        if self.root is None or code not in self.checks:
            return None
        return f"{self.root}{language if language in self.languages else self.default}/checks/{code.lower()}/"

    def text(self, code: str, language: str) -> str:
        """Why a code matters and how to mend it, as two sentences; empty for a code that nobody explained."""
        return " ".join(self.checks[code].says(language)) if code in self.checks else ""
