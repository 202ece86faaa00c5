"""``python -m quotes``: the command line."""

from quotes.cli import main

if __name__ == "__main__":
    main()
