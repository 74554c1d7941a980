from __future__ import annotations

from generator.text.lazy import lazy
from generator.text.same import Same


def test_a_value_is_the_same_only_as_itself() -> None:
    one, other = [1], [1]
    assert Same(one) == Same(one)
    assert hash(Same(one)) == hash(Same(one))
    assert Same(one) != Same(other)


class _Counted:
    asked = 0

    @lazy
    def value(self) -> int:
        """How often it was worked out."""
        self.asked += 1
        return self.asked


def test_a_lazy_value_is_worked_out_once_for_each_object() -> None:
    one, other = _Counted(), _Counted()
    assert (one.value, one.value, other.value) == (1, 1, 1)
    assert one.asked == 1
