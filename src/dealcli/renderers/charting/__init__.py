"""A structure chart laid out on a grid of character cells, for whoever draws it."""
