"""Tests of the views: what a deal becomes before it has a format."""
