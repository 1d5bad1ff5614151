"""Tests of the commands: what is printed, for whom, and where it goes."""
