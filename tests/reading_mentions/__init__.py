"""Each kind of mention by a table of examples."""
