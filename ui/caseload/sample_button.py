"""The way from an empty record to the sample: what all of this looks like once there is something in it."""

from __future__ import annotations

from collections.abc import Callable

from planner.message import N_
from planner.session import Session
from ui.controls.button import Button
from ui.desk import Desk


def sample_button(desk: Desk, session: Session, look: Callable[[], object]) -> Button | None:
    """The button that calls ``look``, which leaves this record; ``None`` within the sample itself."""
    if session.is_sample:
        return None
    button = Button(desk, N_("Look at the sample"), kind="link")
    warning = N_("This record is locked meanwhile and asks for its passphrase again.")
    desk.language.say(button, warning, "setToolTip")
    desk.language.say(button, warning, "setAccessibleDescription")
    button.clicked.connect(lambda _checked=False: look())
    return button
