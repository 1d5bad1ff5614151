"""The checks: small functions, each of which tells what a deal file gets wrong."""
