"""Reads a text: what it mentions, each mention with its exact span. Knows no deals and no files."""
