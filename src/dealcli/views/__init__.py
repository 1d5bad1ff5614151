"""The views: each makes a report of one part of a deal, in order and in words, for any format."""
