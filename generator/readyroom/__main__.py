"""`python -m readyroom` is the command `readyroom`."""

from readyroom.cli import main

if __name__ == "__main__":
    main()
