"""`python -m extractor` does what `crossfoot` does."""

from extractor.cli import main

if __name__ == "__main__":
    main()
