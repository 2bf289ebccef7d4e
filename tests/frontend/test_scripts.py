"""The unit tests of the scripts, with Node's own runner: what can be tested without a browser."""

import subprocess
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_scripts_keep_their_promises(file: Path) -> None:
    """Every test of the file passes."""
    run = subprocess.run(  # noqa: S603 (Node with a file of ours)
        ["node", "--test", "--test-reporter=spec", str(file)],  # noqa: S607 (the Node that the project is built with)
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
