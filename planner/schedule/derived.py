"""An attribute worked out when first asked for, and kept: ``functools.cached_property`` without its lock.

What it derives is a pure function of a frozen journey, so whoever loses a race only derives it again; the
lock would cost more than most of the lists that are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

_Value = TypeVar("_Value")


class derived(Generic[_Value]):
    """Decorates a method without arguments of a class whose instances have a ``__dict__``."""

    def __init__(self, work: Callable[[Any], _Value]) -> None:
        self.work = work
        self.name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, holder: None, owner: type) -> derived[_Value]: ...

    @overload
    def __get__(self, holder: object, owner: type) -> _Value: ...

    def __get__(self, holder: object | None, owner: type) -> derived[_Value] | _Value:
        if holder is None:
            return self
        value = holder.__dict__[self.name] = self.work(holder)
        return value
