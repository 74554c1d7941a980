"""Ways between addresses: as the standard library works them out."""

from __future__ import annotations

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from generator.render.frame import file_way, relative

_NAMES = st.sampled_from(["ar", "fr", "records", "relations", "fra-kaz", "a"])
_FOLDERS = st.lists(_NAMES, max_size=4).map(lambda names: "".join(f"{name}/" for name in names))


@given(here=_FOLDERS, folder=_FOLDERS, file=st.sampled_from(["", "atom.xml"]))
def test_the_way_to_a_file(here: str, folder: str, file: str) -> None:
    assert file_way(here, folder + file) == posixpath.relpath(f"/{folder}{file}", f"/{here}")


@given(here=_FOLDERS, there=_FOLDERS)
def test_the_way_to_a_page_ends_with_a_slash_and_keeps_its_fragment(here: str, there: str) -> None:
    way, mark, fragment = relative(here, f"{there}#card-fr").partition("#")
    assert (mark, fragment) == ("#", "card-fr")
    if here == there:
        assert way == ""
    else:
        assert posixpath.normpath(posixpath.join("/", here, way)) == posixpath.normpath(f"/{there}")
        assert way.endswith("/")
