from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.model import Settings
from generator.publish.build import BuildFailedError, build_site
from generator.publish.configuration import overlaid_plugins


def settings(project: Path, site: Path, docs: Path | None = None) -> Settings:
    home = project / "tests/site"
    return Settings(
        project=home,
        seeds=home / "seeds",
        docs=docs or home / "docs",
        site=site,
        site_name="Chancery",
        default_language="en",
        languages=("ar", "en", "fr"),
    )


@pytest.fixture
def config(project: Path, tmp_path: Path) -> Path:
    text = (project / "tests/site/mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("../../theme_overrides", str(project / "theme_overrides"))
    text = text.replace("docs_dir: docs", f"docs_dir: {project}/tests/site/docs")
    path = tmp_path / "mkdocs.yml"
    path.write_text(text + "site_url: https://archive.example/fork/\n", encoding="utf-8")
    return path


def snapshot(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_give_the_same_bytes_whatever_the_day(
    project: Path, tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text(config.read_text().replace("plugins: [search]", "plugins: [search, chancery]"))
    build_site(settings(project, tmp_path / "one"), config)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    build_site(settings(project, tmp_path / "two"), config)
    one, two = snapshot(tmp_path / "one"), snapshot(tmp_path / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    assert b"lastmod" not in one["sitemap.xml"]
    assert gzip.decompress(one["sitemap.xml.gz"]) == one["sitemap.xml"]
    assert b"<loc>https://archive.example/fork/fr/countries/kaz/</loc>" in one["sitemap.xml"]
    assert not any(name.startswith(("assets/javascripts", "assets/stylesheets", "assets/images")) for name in one)
    assert {"licences/amiri.txt", "assets/fonts/amiri-regular.woff2"} <= one.keys()


def test_permanent_addresses_only_where_the_site_has_one(project: Path, tmp_path: Path, config: Path) -> None:
    build_site(settings(project, tmp_path / "site"), config)
    page = (tmp_path / "site/fr/countries/kaz/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://archive.example/fork/fr/countries/kaz/">' in page
    assert 'hreflang="ar" href="https://archive.example/fork/ar/countries/kaz/"' in page
    assert 'hreflang="x-default" href="https://archive.example/fork/en/countries/kaz/"' in page
    about = (tmp_path / "site/ar/about/index.html").read_text(encoding="utf-8")
    assert 'hreflang="fr" href="https://archive.example/fork/fr/about/"' in about
    assert 'hreflang="x-default" href="https://archive.example/fork/en/about/"' in about
    assert 'hreflang="x-default" href="https://archive.example/fork/"' in (tmp_path / "site/fr/index.html").read_text(encoding="utf-8")
    missing = (tmp_path / "site/404.html").read_text(encoding="utf-8")
    assert 'href="/fork/ar/search/"' in missing
    assert 'href="/fork/assets/chancery.css"' in missing


def test_file_names_instead_of_folders(project: Path, tmp_path: Path, config: Path) -> None:
    config.write_text(config.read_text() + "use_directory_urls: false\n")
    build_site(settings(project, tmp_path / "site"), config)
    page = (tmp_path / "site/fr/countries/kaz.html").read_text(encoding="utf-8")
    assert 'href="../../ar/countries/kaz.html"' in page
    assert 'action="../search.html"' in page
    assert 'href="../index.html"' in page


def test_old_site_stands_when_the_new_one_fails(project: Path, tmp_path: Path, config: Path) -> None:
    site = tmp_path / "site"
    build_site(settings(project, site), config)
    before = snapshot(site)
    config.write_text(config.read_text() + "theme: {name: nobody-has-this}\n".replace("theme", "hooks"))
    with pytest.raises(BuildFailedError) as failure:
        build_site(settings(project, site), config)
    assert "hooks" in str(failure.value)
    assert snapshot(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mkdocs.yml", "site"]


def test_a_file_is_no_place_for_a_site(project: Path, tmp_path: Path, config: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(UsageError):
        build_site(settings(project, tmp_path / "site"), config)
    assert (tmp_path / "site").read_text() == "mine"


@pytest.mark.parametrize(
    ("stated", "taken"),
    [
        ("[search, chancery]", {"search": {}, "chancery": {"generate": False}}),
        ("[{chancery: {seeds: texts}}]", {"chancery": {"seeds": "texts", "generate": False}}),
        ("{search: {}, chancery: {rights: open}}", {"search": {}, "chancery": {"rights": "open", "generate": False}}),
        ("[search]", {"search": {}}),
    ],
)
def test_options_of_a_run_are_laid_over_ours(tmp_path: Path, stated: str, taken: dict[str, object]) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"plugins: {stated}\n")
    assert overlaid_plugins(tmp_path / "mkdocs.yml", generate=False) == taken
