"""Things in a row, each as near as can be to where it would like to be."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], sizes: Sequence[int], low: int, high: int) -> list[int]:
    """Where things of some sizes begin, in their order, none over another, from `low` to `high`.

    What cannot stand where it wants to makes way by the same amount as what stands in its way: the
    squares of the ways are least (the pool-adjacent-violators algorithm).
    """
    before = [0]
    for size in sizes:
        before.append(before[-1] + size)
    pools: list[tuple[float, int]] = []  # the sum of what is wanted, by how many
    for place, offset in zip(wanted, before, strict=False):
        total, count = place - offset, 1
        while pools and pools[-1][0] * count >= total * pools[-1][1]:
            more, others = pools.pop()
            total, count = total + more, count + others
        pools.append((total, count))
    most = max(high - before[-1], low)
    found: list[int] = []
    for total, count in pools:
        start = min(max(round(total / count), low), most)
        found += [start + before[len(found) + number] for number in range(count)]
    return found
