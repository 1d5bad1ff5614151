"""Signals at any moment: the file of -o is complete or as it was, and nothing is left beside it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from statistics import median
from typing import NamedTuple

from running import PROGRAM, ROOT, Run

from hostile.trials import PAGE, Found, ended, found, target, undisturbed, unmeasured, wrapped

ENDING = ["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGXCPU"]
WAYS = ("-o new", "-o existing", "-o link", "-o existing, ignored", "standard output")
LEFT_BY_KILL = re.compile(r"\.dealcli-[0-9a-f]{16}\.tmp")

IGNORED = "import signal; signal.signal(signal.{}, signal.SIG_IGN)\n"
READY = """
import os, resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
class Ready:
    def find_spec(self, name, path=None, target=None, file=int(sys.argv.pop(1))):
        if name == "dealcli.cli":
            os.write(file, b".")
sys.meta_path.insert(0, Ready())
"""
"""Tells when the program has begun: at the first module that it imports."""


class Shot(NamedTuple):
    """Signals that follow one another, how the call is made, and when, in parts of a run's time."""

    names: tuple[str, ...]
    way: str
    moment: float

    def __str__(self) -> str:
        return f"{' and '.join(self.names)} at {self.moment:.4f}, {self.way}"


def shot(random: Random) -> Shot:
    """Any signal in any way at any moment, and another in the cleanup now and then."""
    way, moment = random.choice(WAYS), random.random()
    if "ignored" in way:
        return Shot((random.choice(("SIGHUP", "SIGINT")),), way, moment)
    second = (random.choice(ENDING),) if random.random() < 0.2 else ()
    return Shot((random.choice((*ENDING, "SIGKILL")), *second), way, moment)


def random_moments(random: Random, count: int) -> Found:
    """A signal at a moment between the first line of the program and the last."""
    no_signal = Shot(("SIGCONT",), "-o new", moment=60)
    seconds = median(disturbed(no_signal, 1)[1] for _ in range(5))
    for one in (shot(random) for _ in range(count)):
        yield found(str(one), disturbed(one, seconds)[0])


def disturbed(one: Shot, seconds: float) -> tuple[list[str], float]:
    """What signals broke, and the seconds from the first line of the program to its end."""
    whole = undisturbed(PAGE).out
    with target(exists="existing" in one.way, link="link" in one.way) as file:
        to_file = one.way != "standard output"
        run, took = shot_at(one, seconds, *(("-o", str(file.name)) if to_file else ()))
        wrong = [*end_wrong(run, one)]
        if not to_file:
            wrong += [] if whole.startswith(run.out) and (run.code or run.out == whole) else ["out"]
        elif "SIGKILL" not in one.names or not all(map(LEFT_BY_KILL.match, file.leftovers())):
            wrong += file.wrong(run.code, whole.encode())
        elif file.leftovers() and ended([*PROGRAM, *PAGE, "-o", str(file.name)]).code:
            wrong.append("what was killed blocks the next run")
        return wrong, took


def shot_at(one: Shot, seconds: float, *arguments: str) -> tuple[Run, float]:
    """How a run ends that gets signals, and how long it takes."""
    read, write = os.pipe()
    first = (IGNORED.format(*one.names) if "ignored" in one.way else "") + READY
    with subprocess.Popen(
        wrapped(first, str(write), *PAGE, *arguments),
        cwd=ROOT,
        env=unmeasured(),
        pass_fds=[write],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        os.close(write)
        os.read(read, 1)
        os.close(read)
        start = time.monotonic()
        with suppress(subprocess.TimeoutExpired):
            program.wait(one.moment * seconds)
        for name in one.names:
            program.send_signal(getattr(signal, name))
        out, err = program.communicate()
    return Run(program.returncode, out.decode(), err.decode()), time.monotonic() - start


def end_wrong(run: Run, one: Shot) -> Iterator[str]:
    """What is wrong with how a run ended that got signals: one of them ended it, or none did."""
    codes = {0}
    for name in () if "ignored" in one.way else one.names:
        number = getattr(signal, name)
        codes.add(128 + number)
        if name != "SIGINT":  # which the program handles from its first line on
            codes.add(-number)
    if run.code not in codes:
        yield f"exit code {run.code}"
    if run.err:
        yield f"standard error: {run.err[-200:]!r}"


def instructions(random: Random, count: int) -> Found:
    """A signal at an instruction of the code that writes files; see `hostile.interrupting`."""
    done = subprocess.run(
        [sys.executable, "-m", "hostile.interrupting", str(random.randrange(1 << 32)), str(count)],
        cwd=ROOT / "tests",
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    yield from done.stdout.split("\n")[:-1]
