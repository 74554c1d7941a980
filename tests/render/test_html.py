from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.render.html import html


def test_html_escapes_what_is_not_html_already() -> None:
    made = html('<a href="{}">{}</a>{}', 'x"y', Markup("<b>z</b>"), 3)
    assert made == '<a href="x&#34;y"><b>z</b></a>3'
    assert isinstance(made, Markup)
    assert made == Markup('<a href="{}">{}</a>{}').format('x"y', Markup("<b>z</b>"), 3)
    assert html("{}", "{}<") == "{}&lt;"


def test_html_takes_as_many_values_as_the_template_has_places() -> None:
    with pytest.raises(ValueError, match="zip"):
        html("{} {}", "one")
