"""`python -m calculators`: the command line."""

import sys

from calculators.command_line import main

if __name__ == "__main__":
    sys.exit(main())
