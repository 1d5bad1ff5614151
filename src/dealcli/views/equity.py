"""Stakes in words and bars: what each holder has, stated or implied, and what it can become."""

from decimal import Decimal

from dealcli.model import Amount, Holding, JointVenture, Stake, StakeStep
from dealcli.report import Bar, Block, Row, Span, Table, Text, plain
from dealcli.views import wording
from dealcli.views.dossier import Dossier
from dealcli.views.rows import row

_HALF = Decimal(50)
_LITTLE = Decimal("1e-9")


def share(stake: Stake) -> str:
    """A stake's percent in words; a share that is not given is said to be so."""
    return "not disclosed" if stake.percent is None else wording.percent(stake.percent)


def basis(stake: Stake) -> Text:
    """Whether a share is stated or implied; a share that is not given has no basis."""
    if stake.percent is None:
        return plain("")
    if stake.basis is None:
        return (Span("basis not given", "implied"),)
    return (Span(stake.basis, "implied" if stake.basis == "implied" else "plain"),)


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


def drawn(percent: Amount | None) -> tuple[float, float]:
    """How much of a bar is sure and how much may be, as fractions: no more than the words claim."""
    if percent is None:
        return 0.0, 0.0
    low, high = bounds(percent)
    if not isinstance(percent, Decimal):
        if percent.about is not None:
            high = percent.about
        elif percent.above is not None or percent.at_least is not None:
            high = low
    return float(low) / 100, float(high - low) / 100


def bars(stakes: tuple[Stake, ...]) -> list[Bar]:
    """A bar for each stake, each starting where the one before it ends."""
    found = []
    start = 0.0
    for stake in stakes:
        solid, soft = drawn(stake.percent)
        room = 1.0 - start
        solid = min(max(solid, 0.0), room)
        soft = min(max(soft, 0.0), room - solid)
        found.append(Bar(start, solid, soft, stake.basis != "stated"))
        start += solid + soft
    return found


def stakes_table(dossier: Dossier, label: str, stakes: tuple[Stake, ...]) -> list[Block]:
    """A venture's stakes: holder, share, bar, basis; below each what it can become."""
    rows: list[Row] = []
    for stake, bar in zip(stakes, bars(stakes), strict=True):
        name = plain(dossier.name(stake.holder) + qualified(dossier, stake))
        cells = (name, plain(share(stake)), bar, basis(stake))
        rows.append(row(dossier, stake, *cells))
        rows += [
            row(
                dossier,
                step,
                (Span("→", "separator"),),
                plain(step_share(step)),
                plain(step_text(step)),
                plain(""),
            )
            for step in stake.steps
        ]
    return [Table(label, (0, 0, 1, 0), tuple(rows))] if rows else []


def qualified(dossier: Dossier, stake: Stake) -> str:
    """The class of a stake and the vehicle that it is held through."""
    through = f"through {dossier.name(stake.through)}" if stake.through else ""
    parts = ", ".join(part for part in (stake.class_, through) if part)
    return f" ({parts})" if parts else ""


def step_share(step: StakeStep) -> str:
    """The share that a step leads to."""
    return f"to {wording.percent(step.percent)}" if step.percent is not None else ""


def step_text(step: StakeStep) -> str:
    """A step's trigger, amount and time."""
    parts = [step.on or "", wording.amount(step.amount) if step.amount is not None else ""]
    if step.by is not None:
        bound = isinstance(step.by, str)
        parts.append(f"by {wording.when(step.by)}" if bound else wording.when(step.by))
    return ", ".join(part for part in parts if part)


def standing(stake: Stake) -> str:
    """Majority, minority or half, where the figure settles it."""
    if stake.percent is None:
        return ""
    low, high = bounds(stake.percent)
    if low > _HALF:
        return "majority"
    if high < _HALF:
        return "minority"
    return "half" if low == high else ""


def holding_text(dossier: Dossier, holding: Holding) -> str:
    """A stake in a party, in one line."""
    holder = dossier.name(holding.holder) + qualified(dossier, holding)
    return f"{holder} in {dossier.name(holding.in_)}"


def leads(dossier: Dossier, venture: JointVenture) -> str:
    """Who leads a venture, where the deal file says."""
    return f"{dossier.name(venture.lead)} leads" if venture.lead else ""
