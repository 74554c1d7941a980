"""A value of a frozen object that is worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - written as a decorator, as `property` is
    """As `functools.cached_property`, without the lock that Python 3.11 takes at each first look: a text has hundreds."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self.work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type | None = None) -> T:
        value = instance.__dict__[self.name] = self.work_out(instance)
        return value
