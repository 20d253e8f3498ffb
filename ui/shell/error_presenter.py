"""The one presenter of errors: yours and your machine's become a sentence, ours a report without contents."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject

from planner import paths
from planner.errors import PlannerError
from planner.message import N_, Message
from ui.controls.banner import Banner
from ui.theme.tokens import Tone


class ErrorPresenter(QObject):
    """Tells errors where the user is looking. ``folder`` is where reports of our own faults are kept."""

    def __init__(
        self, fallback: Banner, clock: Callable[[], dt.datetime], folder: Path | None = None
    ) -> None:
        super().__init__(fallback)
        self._fallback = fallback
        self._clock = clock
        self._folder = folder

    def present(self, error: BaseException, banner: Banner | None = None) -> None:
        """Tell ``error`` in ``banner``, or at the top of the window when it belongs nowhere else."""
        place = banner or self._fallback
        if isinstance(error, PlannerError):
            place.tell(error.message, error.way_on, Tone.DANGER)
        else:
            self._confess(error, place)

    @contextmanager
    def told(self, banner: Banner | None = None) -> Iterator[None]:
        """Do what may go wrong for you or your machine: if it does, what was left of it is left, and told."""
        try:
            yield
        except PlannerError as error:
            self.present(error, banner)

    def tell(
        self, message: Message, tone: Tone, *, offer: tuple[Message, Callable[[], object]] | None = None
    ) -> None:
        """Say something that is no error where errors are told; ``offer`` is the one thing to do now."""
        self._fallback.tell(message, tone=tone, offer=offer)

    def install(self) -> None:
        """Have everything that nobody catches told here; the program goes on."""
        sys.excepthook = self._unhandled

    def _unhandled(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.present(error.with_traceback(trace))

    def _confess(self, error: BaseException, place: Banner) -> None:
        from ui.shell.crash_report import crash_report, keep_report

        at = self._clock()
        try:
            file = keep_report(crash_report(error, at), at, self._folder or paths.log_dir())
        except OSError:
            place.tell(
                N_("Something went wrong inside the program. Your record is as it was before."),
                N_("Close the program and open it again."),
            )
            return
        place.tell(
            N_("Something went wrong inside the program. Your record is as it was before."),
            N_(
                "A report without any contents of the record was kept in {file}; send it to whoever "
                "looks after the program.",
                file=str(file),
            ),
        )
