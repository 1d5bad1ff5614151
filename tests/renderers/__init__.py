"""Tests of the renderers: what a page becomes on a stream."""
