"""Engines beside Chromium, and the site from a server that can fail them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from site_build.serve import running
from tests.browser.engines.gate import Gate
from tests.browser.engines.readers import Engine, Reader, firefox, screen, webkit

# As in Chromium: Python runs for seconds in a test, and compiling it once more, to run faster, costs what it saves.
ONE_COMPILER: Final = {"JSC_useOMGJIT": "0"}


# The tests of an engine are run by one worker, which starts it once.
@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(f"engine-{name}")) for name in ("firefox", "webkit")],
)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """What starts the browser on a profile."""
    if request.param == "firefox":
        yield partial(firefox, request.getfixturevalue("playwright"))
    else:
        with screen() as environment:
            yield partial(webkit, environment | ONE_COMPILER)


@pytest.fixture(scope="module")
def reader(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A person at a browser for several tests."""
    with engine(tmp_path_factory.mktemp("reader") / "profile") as person:
        yield person


@pytest.fixture
def gate(site: Path) -> Gate:
    """The site, with a gate before Python."""
    return Gate(site)


@pytest.fixture
def site_url(gate: Gate) -> Iterator[str]:
    """The address of the site behind the gate, at which no browser was before."""
    with running(gate) as address:
        yield address
        gate.open()
