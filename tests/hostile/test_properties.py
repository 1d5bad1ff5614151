"""What is promised of any file, for bytes and for damage of any kind to the bundled deal."""

from pathlib import Path
from tempfile import TemporaryDirectory

from damage import damaged, noise
from generating import RANDOMS
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from running import ROOT

from dealcli.loading import bundled
from dealcli.page import ALL_PARTS
from hostile import promise
from hostile.pairs import pair
from hostile.shapes import NAME

BUNDLED = bundled().read_bytes()
FILES = [path.read_bytes() for path in sorted((ROOT / "tests/hostile/files").iterdir())]

some = settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))


def keeps_the_promise(data: bytes, folder: Path = promise.FOLDER) -> None:
    """Every page of what reads, as JSON, in an encoding and a format that go with the bytes."""
    file, codes = promise.answer(data, folder)
    event(codes[0] if codes else "reads")
    if file is None:
        return
    for page_of in promise.PAGES.values():
        page = page_of(file, ALL_PARTS)
        promise.table(page, promise.ENCODINGS[len(data) % len(promise.ENCODINGS)])
        promise.document(page)
        promise.other(page, promise.OTHERS[len(data) % len(promise.OTHERS)])
    promise.result(file)


@some
@given(st.binary(max_size=200) | RANDOMS.map(noise))
def test_any_bytes(data):
    keeps_the_promise(data)


@some
@given(st.randoms(use_true_random=True))
def test_any_deal_with_any_text(random):
    with TemporaryDirectory() as folder:
        deal, text = pair(random)
        (Path(folder) / NAME).write_bytes(text)
        keeps_the_promise(deal, Path(folder))


@some
@given(RANDOMS)
def test_any_damage_to_the_bundled_deal(random):
    keeps_the_promise(damaged(random, BUNDLED, [BUNDLED, *FILES]))


@some
@given(RANDOMS, st.sampled_from(FILES))
def test_any_damage_to_a_hostile_file(random, data):
    keeps_the_promise(damaged(random, data, [BUNDLED, *FILES]))
