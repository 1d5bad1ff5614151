"""The pre-commit hook: runs `dealcli check` on every deal file of a Git repository.

It checks all of them, not only the changed ones: a deal file is also wrong when the text of its
source changes, and only the deal files say which texts those are. Nor does pre-commit pass the
names of deleted files.
"""

import os
import subprocess
import sys

from dealcli.__main__ import main
from dealcli.errors import USAGE

DEALS = ("deal.yaml", "deal.yml", "*/deal.yaml", "*/deal.yml", "*[-_]deal.yaml", "*[-_]deal.yml")
"""The default patterns of deal files, in Git's syntax: `*` also matches slashes."""


def run() -> None:
    """Check the deal files in Git's index and exit as `dealcli check` does.

    The arguments are options of `check`; after `--`, patterns that replace `DEALS`.
    """
    options, patterns = sys.argv[1:], list(DEALS)
    if "--" in options:
        at = options.index("--")
        options, patterns = options[:at], options[at + 1 :]
    command = ["git", "ls-files", "-z", "--", *patterns]
    listed = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if listed.returncode:
        sys.exit(USAGE)  # Git has said why
    if deals := os.fsdecode(listed.stdout).split("\0")[:-1]:
        sys.argv = ["dealcli", "check", *options, "--", *deals]
        main()


if __name__ == "__main__":
    run()
