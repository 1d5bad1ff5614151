"""Which records of a deal a command asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealcli.model import Id, Party


class Selection(NamedTuple):
    """Which records of a deal are shown: all, unless an attribute is given.

    Attributes:
        parties: only what concerns one of these.
        horizon: of the facilities, only those of this horizon.
        records: of the caveats and open questions, only those about one of these ids.
    """

    parties: Sequence[Party] = ()
    horizon: str | None = None
    records: Sequence[Id] = ()

    @property
    def party(self) -> Party | None:
        """The party whose position is shown; None for several or none."""
        return self.parties[0] if len(self.parties) == 1 else None
