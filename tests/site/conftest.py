"""The built site, once for all tests of a session."""

from pathlib import Path

import pytest

from site_build.build import build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a freshly built site."""
    target = tmp_path_factory.mktemp("site") / "site"
    build(target)
    return target
