"""Whose copy a command makes, and how: its options, which the command gets as one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from planner.cli.languages import languages_option
from planner.record.consent import Audience

_READER = (
    click.option(
        "--audience",
        type=click.Choice([audience.value for audience in Audience]),
        default=Audience.PATIENT.value,
        show_default=True,
        help="Whose copy: it holds only what its reader may see.",
    ),
    click.option("--recipient", default="", metavar="ID", help="The driver, hotel or hospital it is for."),
    click.option("--reader", default="", metavar="ID", help="The companion whose copy it is, if several."),
    languages_option,
)
_PAPER = (
    click.option("--paper", type=click.Choice(["A4", "A5", "Letter"]), default="A4", show_default=True),
    click.option("--large-print", is_flag=True, help="Text of 18 points."),
)
_PLAIN = ("recipient", "reader", "paper", "large_print")


def copy_options(*, on_paper: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The command gets ``options``, a ``PrintOptions``."""

    def given_to(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def made(*args: Any, audience: str, lang: tuple[str, ...], **rest: Any) -> Any:
            from planner.session import PrintOptions

            how = {name: rest.pop(name) for name in _PLAIN if name in rest}
            options = PrintOptions(audience=Audience(audience), languages=lang, **how)
            return command(*args, options=options, **rest)

        for option in reversed((*_READER, *(_PAPER if on_paper else ()))):
            made = option(made)
        return made

    return given_to
