"""What every command needs of a language: signs of money, and of a percentage in a unit."""

CURRENCY_SIGNS = "$€£¥₩₹"
"""Signs of money that are printed before or after a number."""

PERCENT = r"%|per ?cent\b(?! points?)"
"""An expression for how a unit of a deal file begins that is so many of a hundred."""
