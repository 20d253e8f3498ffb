"""How print languages are written on the command line, and the option that takes them."""

from __future__ import annotations

import click

from planner.errors import InputError
from planner.message import N_


def locales(value: str) -> tuple[str, ...]:
    """Languages with commas, the first one first, each once: ``en,zh-Hans``; empty leaves it to the journey.

    Raises: InputError for one that papers are not printed in, which names those that they are.
    """
    from planner.i18n import available_locales, shipped_locale

    found: dict[str, None] = {}
    for name in filter(None, map(str.strip, value.split(","))):
        locale = shipped_locale(name)
        if locale is None:
            raise InputError(
                N_(
                    "“{name}” is not a language that papers are printed in; choose from {available}.",
                    name=name,
                    available=list(available_locales()),
                )
            )
        found[locale] = None
    return tuple(found)


#: ``--lang``; the command gets ``lang``.
languages_option = click.option(
    "--lang", type=locales, default="", metavar="LANGS", help="Such as en,zh_CN, the first language first."
)
