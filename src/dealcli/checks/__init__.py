"""The checks: small functions, each of which reports one kind of error in a deal file."""
