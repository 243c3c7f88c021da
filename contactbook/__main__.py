"""`python -m contactbook`: the command line, which opens the window when it gets no subcommand."""

from __future__ import annotations

from contactbook.cli.main import main

if __name__ == "__main__":
    main()
