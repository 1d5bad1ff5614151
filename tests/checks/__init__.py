"""The tests of `dealcli.checks`, module by module."""
