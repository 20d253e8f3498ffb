"""What every test stands on: no display, no network, no noise, and folders of its own.

Noise fails (``docs/architecture.md``): Python warnings by pytest's ``filterwarnings``, Qt messages by
pytest-qt's ``qt_log_level_fail``, log records by the fixture below.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before Qt is imported by pytest-qt: no window ever opens, whatever desktop the tests run on.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("planner", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("planner"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "planner")


@pytest.fixture(scope="session", autouse=True)
def folders_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, vaults and logs of the tests never touch those of the person who runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(variable, str(home / variable.lower()))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        yield


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program opens no socket; a test that tries to reach a host fails."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        pytest.fail("the program tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or error in the log fails the test, unless the test has looked at it and cleared it.

    A test that expects one asserts on ``caplog`` and then calls ``caplog.clear()``.
    """
    yield
    noise = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    if noise:
        pytest.fail("unexpected log: " + "; ".join(noise), pytrace=False)


@pytest.fixture(scope="session")
def project() -> Path:
    """The top of the checkout."""
    return Path(__file__).resolve().parent.parent
