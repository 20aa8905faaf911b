"""Starts the program: `python -m iq_desktop`."""

import sys

from iq_desktop.app.start import main

if __name__ == "__main__":
    sys.exit(main())
