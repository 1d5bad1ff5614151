"""`dealcli schema`."""

from dealcli.commands import output


def schema() -> None:
    """The JSON Schema of the deal file, for editors."""
    from dealcli.schema import text

    output.write(text(), "utf-8")
