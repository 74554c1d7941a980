"""What `mkdocs.yml` says of the archive, as `Settings`: from the file alone or from MkDocs' own configuration."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from generator.errors import UsageError
from generator.model import Rights, Settings
from generator.text.citing import is_day

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
CONFIG = "mkdocs.yml"
LANGUAGES = ("ar", "fr", "en")


def find_project(start: Path | None = None) -> Path:
    """The nearest folder at or above `start` (default: the working folder) that holds `mkdocs.yml`.

    Without one, the folder that the package was installed from, where that is a checkout.

    Raises:
        UsageError: when there is neither.
    """
    here = (start or Path.cwd()).resolve()
    checkout = Path(__file__).resolve().parent.parent
    for folder in (here, *here.parents, checkout):
        if (folder / CONFIG).is_file():
            return folder
    raise UsageError(f"no {CONFIG} in {here} or above it; run chancery inside an archive's folder")


def read_settings(project: Path, *, seeds: Path | None = None, docs: Path | None = None, site: Path | None = None) -> Settings:
    """Settings from `mkdocs.yml` without MkDocs; the folders given outrank those of the file.

    Raises:
        UsageError: when the file is no YAML mapping or a value cannot be used.
    """
    try:
        config = yaml.load((project / CONFIG).read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{project / CONFIG} cannot be read: {error}") from error
    if not isinstance(config, dict):
        raise UsageError(f"{project / CONFIG} must be a mapping")
    return _settings(
        project,
        config,
        _plugin_options(config.get("plugins")),
        seeds=seeds,
        docs=docs or project / _text(config, "docs_dir", "docs"),
        site=site or project / _text(config, "site_dir", "site"),
    )


def settings_from_mkdocs(config: Any, options: Mapping[str, Any]) -> Settings:
    """Settings from a loaded `MkDocsConfig` and the options of our plugin in it."""
    named = {"site_name": config.site_name, "site_url": config.site_url, "repo_url": config.repo_url}
    project = Path(config.config_file_path).parent
    theme = {"language": config.theme.get("language", "en")}
    return _settings(project, {**named, "theme": theme}, options, seeds=None, docs=Path(config.docs_dir), site=Path(config.site_dir))


def _plugin_options(plugins: object) -> Mapping[str, Any]:
    """The options under `chancery` in the list or mapping of plugins; empty where there are none."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get("chancery"), dict):
            return cast("Mapping[str, Any]", entry["chancery"])
    return {}


def _settings(
    project: Path, config: Mapping[str, Any], options: Mapping[str, Any], *, seeds: Path | None, docs: Path, site: Path
) -> Settings:
    languages = _languages(options.get("languages"))
    theme = config.get("theme")
    default = _text(theme, "language", "en") if isinstance(theme, Mapping) else "en"
    rights = _text(options, "rights", "open")
    if default not in languages:
        raise UsageError(f"{CONFIG}: theme.language {default} is none of the interface languages ({', '.join(languages)})")
    if rights not in get_args(Rights):
        raise UsageError(f"{CONFIG}: rights {rights} must be one of {', '.join(get_args(Rights))}")
    return Settings(
        project=project,
        seeds=(seeds or project / _text(options, "seeds", "seeds")).resolve(),
        docs=docs.resolve(),
        site=site.resolve(),
        site_name=_text(config, "site_name", "Chancery"),
        default_language=default,
        languages=languages,
        site_url=_text(config, "site_url", "") or None,
        repo_url=_text(config, "repo_url", "") or None,
        branch=_text(options, "branch", "main"),
        rights=cast("Rights", rights),
        coverage_from=_year(options.get("coverage_from")),
        oai_day=_day(options.get("oai_day")),
        email=_text(options, "email", "") or None,
    )


def _text(mapping: Mapping[str, Any], key: str, default: str) -> str:
    """A setting that is one text; `default` where it is absent or empty."""
    value = mapping.get(key)
    if value is None or value == "":
        return default
    if not isinstance(value, str):
        raise UsageError(f"{CONFIG}: {key} takes one text, as in {key}: {default or 'text'}")
    return value


def _languages(value: object) -> tuple[str, ...]:
    """The interface languages, in the order in which they are listed."""
    listed = tuple(value) if isinstance(value, list | tuple) else LANGUAGES if not value else ()
    if not listed or not all(isinstance(each, str) for each in listed):
        raise UsageError(f"{CONFIG}: languages takes a list of codes, as in languages: [{', '.join(LANGUAGES)}]")
    return listed


def _day(value: object) -> str | None:
    """The day that stands for one that nobody stated, where a format demands a day."""
    if value is None or value == "":
        return None
    if not is_day(str(value)):
        raise UsageError(f"{CONFIG}: oai_day {value} is no day; write it as 2026-01-31")
    return str(value)


def _year(value: object) -> int | None:
    """The year since which the archive collects."""
    if value is None or value == "":
        return None
    if not str(value).isdecimal():
        raise UsageError(f"{CONFIG}: coverage_from {value} is no year; write it as 1991")
    return int(str(value))
