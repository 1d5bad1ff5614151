"""By what names a source may refer to a party or a venture, and whether it does."""

from dealcli.model import JointVenture, Party
from dealcli.searching import contains_phrase


def names_of(party: Party | JointVenture) -> tuple[str, ...]:
    """Everything by which a source may refer to a party or a venture."""
    if isinstance(party, JointVenture):
        return (party.name,)
    tickers = [listing.ticker for listing in party.listings if listing.ticker]
    return (party.name, *party.aka, *party.called, *tickers)


def named_in(party: Party, text: str) -> bool:
    """Whether a text names a party, or refers to it in a way that the deal file declares."""
    return any(contains_phrase(name, text) for name in names_of(party))
