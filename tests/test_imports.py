"""What the browser has to load before the first answer: the modules that cost time there stay out."""

import json
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

# Each is slow to import under WebAssembly, or has no use without a command line, files or a network.
# inspect and csv are loaded: dataclasses needs the one, pasted tables the other.
LEFT_OUT = (
    "argparse",
    "asyncio",
    "email",
    "http",
    "importlib.resources",
    "logging",
    "pathlib",
    "random",
    "socket",
    "statistics",
    "subprocess",
    "tempfile",
    "tomllib",
    "urllib",
    "zipfile",
)
PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
from calculators import catalogue, door
for name in catalogue.NAMES:
    catalogue.declaration(name)
print(json.dumps(sorted(sys.modules)))
"""


def test_the_calculators_load_no_slow_module() -> None:
    """The door with all calculators comes without them, in a Python that loaded nothing else."""
    command = [sys.executable, "-I", "-S", "-c", PROGRAM, str(PROJECT)]
    loaded = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert "calculators.models.statutory_interest.formula" in loaded
    assert set(LEFT_OUT).isdisjoint(loaded)
