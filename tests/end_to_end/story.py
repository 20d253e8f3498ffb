"""The whole story of the program in one process, watched: ``python -m tests.end_to_end.story FOLDER``.

Makes a record in FOLDER, imports the sample, edits, prints in memory, attaches, backs up, looks at every
page of the offscreen window, locks, and reads it back by commands. Every attempt to reach another computer is
written to standard output, as one line of JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PASSPHRASE = "the story's own passphrase 故事"
NOW = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)
NOTE = "Zebra 4471 rings at the north gate"
ATTACHED = b"Attached words that nobody else says: quokka 8812 " * 40

#: What a process may do to reach its own display, and nothing else.
_WATCHED = {
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.getnameinfo",
    "socket.sendto",
    "socket.sendmsg",
    "urllib.Request",
    "ftplib.connect",
    "http.client.connect",
    "smtplib.connect",
    "webbrowser.open",
}
seen: list[str] = []


def watch() -> None:
    """From now on remember every attempt to reach somebody."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _WATCHED and not _is_display(arguments):
            seen.append(f"{event} {arguments[1:]!r}"[:200])

    sys.addaudithook(hook)


def _is_display(arguments: tuple[Any, ...]) -> bool:
    """A Unix socket of the display server or the desktop's own bus."""
    address = arguments[1] if len(arguments) > 1 else None
    name = address.decode() if isinstance(address, bytes) else address
    known = ("/tmp/.X11-unix/", "\0/tmp/.X11-unix/", "/run/user/", "\0/tmp/dbus")
    return isinstance(name, str) and name.startswith(known)


def open_sockets() -> list[str]:
    """The internet sockets this process holds, whoever opened them; Linux only."""
    own = set()
    for descriptor in Path("/proc/self/fd").iterdir() if Path("/proc/self/fd").is_dir() else ():
        try:
            own.add(os.readlink(descriptor))
        except OSError:
            continue
    found = []
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        table = Path("/proc/self/net") / kind
        for line in table.read_text().splitlines()[1:] if table.is_file() else ():
            if f"socket:[{line.split()[9]}]" in own:
                found.append(f"{kind} {line.split()[2]}")
    return found


def core(folder: Path) -> None:
    """Without a window: a record made, filled, printed, handed out, attached to, backed up."""
    from dataclasses import replace

    from planner.edits.edit import Edit
    from planner.message import N_
    from planner.record.consent import Audience
    from planner.record.text import same
    from planner.session import PrintOptions, Session
    from planner.session.importing import sample_file

    with Session.create(folder, PASSPHRASE, clock=lambda: NOW) as session:
        session.import_file(sample_file())
        (key,) = session.journey_ids()
        session.run(Edit(N_("Note"), key, lambda journey: replace(journey, notes=NOTE)))
        session.undo()
        session.redo()
        session.pdf_job(key, PrintOptions()).run()
        session.calendar_job(key, PrintOptions()).run()
        session.file_job(key, with_attachments=True).run()
        session.copies.issue(key, PrintOptions(audience=Audience.PATIENT), recipients=[same("Anna")])
        session.disclosures.copy_left(key, PrintOptions())
        session.accountability.report(key)
        vault = session._vault  # noqa: SLF001 - as a file is attached, without the window
        import io

        vault.add_files([io.BytesIO(ATTACHED)])
        session.backups.make()
        session.search("eriksson")
        session.tidy()


def desktop(folder: Path) -> None:
    """The window on that record: every page, every section, locked at the end."""
    from PySide6.QtWidgets import QApplication

    from ui.shared_references import keep_singletons_alive

    application = QApplication([])
    keep_singletons_alive()
    from ui.shell.application import make_window
    from ui.shell.garbage import Collector

    window = make_window(application, folder=folder, clock=lambda: NOW)
    assert window.findChild(Collector) is not None
    window.show()
    form = window.entrance.open_form
    window.entrance.go("open")
    form.passphrase.line.setText(PASSPHRASE)
    form.submit()
    _until(application, lambda: window.workspace is not None)
    space = window.workspace
    assert space is not None
    from ui.shell.places import PLACES

    for place in PLACES:
        space.go(place.key)
        _settle(application)
    space.open_journey("sample")
    _settle(application)
    page: Any = space.page
    for key in page.cards:
        page.go_to_section(key)
        _settle(application)
    window.lock()
    _settle(application)
    window.close()
    _settle(application)


def commands(folder: Path) -> None:
    """The command line on that record."""
    from planner.cli import main

    os.environ["PLANNER_PASSPHRASE"] = PASSPHRASE
    for arguments in (("journeys",), ("check", "sample"), ("log", "--check"), ("verify",), ("retention",)):
        status = main(["--vault", str(folder), *arguments])
        assert status in (0, 1), (arguments, status)


def _settle(application: Any) -> None:
    end = time.monotonic() + 0.15
    while time.monotonic() < end:
        application.processEvents()


def _until(application: Any, reached: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not reached():
        assert time.monotonic() < end, "the window did not get there"
        application.processEvents()


def main(folder: Path) -> None:
    watch()
    told = sys.stdout
    sys.stdout = sys.stderr
    core(folder)
    desktop(folder)
    commands(folder)
    modules = [name for name in sys.modules if name in ("PySide6.QtNetwork", "requests", "urllib3", "httpx")]
    print(json.dumps({"seen": seen, "open": open_sockets(), "modules": modules}), file=told)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
