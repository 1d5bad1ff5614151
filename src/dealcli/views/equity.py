"""Stakes in words and bars: what each holder has, stated or implied, and what it can become."""

from collections.abc import Collection
from decimal import Decimal

from dealcli.index import DealIndex
from dealcli.model import Amount, Holding, Id, JointVenture, Stake, StakeStep, is_percent
from dealcli.report import Bar, Row, Run, Runs, Shares, joined, plain
from dealcli.views import phrasing
from dealcli.views.rows import holder, row

_HALF = Decimal(50)
_WHOLE = Decimal(100)
_LITTLE = Decimal("1e-9")


def share(stake: Stake) -> str:
    """A stake's percent in words; "not disclosed" where it has none."""
    return "not disclosed" if stake.percent is None else phrasing.percent(stake.percent)


def basis(stake: Stake) -> Runs:
    """Whether a share is stated or implied; one that is not disclosed can only be implied."""
    if stake.basis is None or (stake.percent is None and stake.basis == "stated"):
        return plain("") if stake.percent is None else (Run("basis not given", "implied"),)
    return (Run(stake.basis, "implied" if stake.basis == "implied" else "usual"),)


def unstated(stake: Stake) -> Runs:
    """That a share is not stated, in brackets; empty for one that is."""
    return tuple(Run(f"({run.text})", run.role) for run in basis(stake) if run.role == "implied")


def bounds(percent: Amount) -> tuple[Decimal, Decimal]:
    """The least and the most that a share can be, in percent; an estimate settles neither."""
    if isinstance(percent, Decimal):
        return percent, percent
    low, high = Decimal(0), Decimal(100)
    if percent.exact is not None:
        low = high = percent.exact
    elif percent.from_ is not None and percent.to is not None:
        low, high = percent.from_, percent.to
    elif percent.above is not None:
        low = percent.above + _LITTLE
    elif percent.at_least is not None:
        low = percent.at_least
    elif percent.below is not None:
        high = percent.below - _LITTLE
    elif percent.up_to is not None:
        high = percent.up_to
    return low, high


def drawn(percent: Amount | None) -> tuple[Decimal, Decimal]:
    """How much of a bar is sure and how much may be, as fractions: no more than the words claim."""
    if percent is None or not is_percent(percent):
        return Decimal(0), Decimal(0)
    low, high = bounds(percent)
    if not isinstance(percent, Decimal):
        if percent.about is not None:
            high = percent.about
        elif percent.above is not None or percent.at_least is not None:
            high = low
    return low / 100, (high - low) / 100


def bars(stakes: tuple[Stake, ...]) -> list[Bar]:
    """A bar for each stake, each starting where the one before it ends.

    Shares of more than one whole, as of two classes, each start at nothing: in a row the last would
    be cut to what room is left.
    """
    lengths = [_within(*drawn(stake.percent)) for stake in stakes]
    together = sum(map(sum, lengths)) <= 1 + _LITTLE
    found = []
    start = Decimal(0)
    for stake, (solid, soft) in zip(stakes, lengths, strict=True):
        found.append(Bar(start, solid, soft, stake.basis != "stated"))
        if together:
            start += solid + soft
    return found


def _within(solid: Decimal, soft: Decimal) -> tuple[Decimal, Decimal]:
    """What is sure and what may be, neither less than nothing, both no more than the whole."""
    solid = min(max(solid, Decimal(0)), Decimal(1))
    return solid, min(max(soft, Decimal(0)), 1 - solid)


def shares(
    index: DealIndex,
    label: str,
    stakes: tuple[Stake, ...],
    *,
    outer: Row | None = None,
    venture: JointVenture | None = None,
) -> Shares:
    """The stakes in one company, each followed by how it is bought and what it can become.

    `outer` is the company's row, `venture` the company where it is one.
    """
    rows = []
    for stake, bar in zip(stakes, bars(stakes), strict=True):
        cells = (plain(index.name(stake.holder)), plain(share(stake)), bar, basis(stake))
        held = row(index, stake, *cells, remark(index, stake, venture), outer=outer)
        rows.append(held)
        if bought := purchase(index, stake):
            rows.append(Row((joined(list(map(plain, bought))),), outer=held))
        rows += [row(index, step, step_text(step), outer=held) for step in stake.steps]
    return Shares(label, tuple(rows), complete=complete(stakes))


def remark(index: DealIndex, stake: Stake, venture: JointVenture | None) -> Runs:
    """What a holder's row says beside the share: what it does there, its class and its vehicle."""
    through = f"through {index.name(stake.through)}" if stake.through else ""
    does = roles(venture).get(stake.holder, "") if venture else ""
    return joined(list(map(plain, (does, stake.class_ or "", through))), ", ")


def purchase(index: DealIndex, stake: Stake) -> list[str]:
    """From whom a share is bought, for how much, and when it is held: what the file has of it."""
    sellers = phrasing.listed(index.names_of(stake.from_))
    parts = (
        f"from {sellers}" if sellers else "",
        f"for {phrasing.amount(stake.price)}" if stake.price is not None else "",
        f"held: {phrasing.when(stake.when)}" if stake.when is not None else "",
    )
    return [part for part in parts if part]


def complete(stakes: tuple[Stake, ...]) -> bool:
    """Whether the shares are exact, of one class, and make up the whole."""
    exact = [_exact(stake.percent) for stake in stakes if not stake.class_]
    known = [percent for percent in exact if percent is not None]
    return len(known) == len(stakes) and sum(known) == _WHOLE


def _exact(percent: Amount | None) -> Decimal | None:
    """A share that is an exact number of percent."""
    if percent is None or isinstance(percent, Decimal):
        return percent
    return percent.exact if is_percent(percent) else None


def step_text(step: StakeStep) -> Runs:
    """What a stake can become: which share, on which trigger, for how much, by when."""
    to = phrasing.percent(step.percent) if step.percent is not None else ""
    parts = [step.on or "", phrasing.amount(step.amount) if step.amount is not None else ""]
    if step.by is not None:
        parts.append(
            f"by {phrasing.when(step.by)}" if isinstance(step.by, str) else phrasing.when(step.by)
        )
    details = ", ".join(part for part in parts if part)
    arrow = Run("→ ", "separator")
    if to and step.because:
        more = f": {details}" if details else ""
        return (arrow, Run(f"{to} "), Run("(implied)", "implied"), *plain(more))
    return (arrow, Run(": ".join(filter(None, (to, details))) or "more"))


def standing(stake: Stake) -> str:
    """Majority, minority or half, where the figure settles it; one class is not the whole."""
    if stake.class_ or stake.percent is None or not is_percent(stake.percent):
        return ""
    low, high = bounds(stake.percent)
    if low > _HALF:
        return "majority"
    if 0 < high < _HALF:
        return "minority"
    return "half" if low == high == _HALF else ""


def holding_text(index: DealIndex, holding: Holding) -> str:
    """A stake in a party, in one line."""
    return f"{holder(index, holding)} in {index.name(holding.in_)}"


def roles(venture: JointVenture) -> dict[Id, str]:
    """Who leads a venture and who operates it, where the deal file says, each with the verb."""
    found: dict[Id, str] = {}
    for party, verb in ((venture.lead, "leads"), (venture.operator, "operates")):
        if party:
            found[party] = f"{found[party]} and {verb}" if party in found else verb
    return found


def run_by(index: DealIndex, venture: JointVenture, but: Collection[Id] = ()) -> str:
    """Who leads a venture and who operates it; `but` are those who have a line of their own."""
    return ", ".join(
        f"{index.name(party)} {verb}" for party, verb in roles(venture).items() if party not in but
    )
