"""Tests of what `dealcli.reading` finds in a text."""
