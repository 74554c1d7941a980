from __future__ import annotations

import pytest

from generator.text.arabic import arabic_of, arabic_script


@pytest.mark.parametrize("language", ["ar", "fa", "ur", "ps", "ckb", "ug", "sd", "ar-MA", "ku-Arab", "kk_Arab", "AR"])
def test_languages_in_the_script(language: str) -> None:
    assert arabic_script(language)


@pytest.mark.parametrize("language", ["fr", "he", "kk", "ku", "uz", "ar-Latn", "und", "", "zh-Hant", "xyz"])
def test_languages_in_other_scripts(language: str) -> None:
    assert not arabic_script(language)


def test_characters_of_the_script() -> None:
    assert arabic_of(["باب a", "بج"]) == "ابج"
    assert arabic_of(["abc", ""]) == ""
