"""Signs that mean the same in every language."""

CURRENCY_SIGNS = "$€£¥₩₹"
"""Signs of money that stand before or after a number."""
