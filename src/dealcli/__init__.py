"""dealcli: plain-text deals, read in a minute, with the words that each record quotes."""

__version__ = "0.1.0"
