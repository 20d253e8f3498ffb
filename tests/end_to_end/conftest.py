"""The stories stand on the fixtures of the widget tests: a desk, the sample, an empty record."""

from __future__ import annotations

from tests.widgets.conftest import at_work as at_work
from tests.widgets.conftest import clock as clock
from tests.widgets.conftest import collector as collector
from tests.widgets.conftest import desk as desk
from tests.widgets.conftest import empty as empty
from tests.widgets.conftest import qtbot as qtbot
from tests.widgets.conftest import sample as sample
from tests.widgets.conftest import sample_to_read as sample_to_read
from tests.widgets.conftest import theme as theme
