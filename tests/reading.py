"""What the tests of the reading layer share: from a text to its deal, or to what is told of it."""

import pytest

from dealcli.errors import UnreadableDealError
from dealcli.issues import Issue, excerpt
from dealcli.loading import deal_of
from dealcli.model import Deal
from dealcli.yamltree import parse

HEAD = "format: 1\nid: a-deal\ntitle: A deal\n"

SAMPLE = """\
format: 1
id: sample-2025
title: "Sample and Example: a venture"
kind: joint-venture
announced: 2025-04-14
stage: letter-of-intent
sources:
- {id: release, title: Announcement, published: 2025-04-14, file: release.txt}
parties:
- id: alpha
  name: Alpha, Inc.
  aka: [Alpha, ALP]
  listings: [{exchange: NASDAQ, ticker: ALP}]
- {id: beta, name: Beta AG, kind: company}
joint_ventures:
- id: venture
  name: The venture
  lead: alpha
  firmness: planned
  stakes:
  - {holder: alpha, percent: 90, basis: stated, quote: 90% of the shares}
  - holder: beta
    percent: {exact: 10.0, unit: "%"}
    basis: implied
    because: the two are the only holders
facilities:
- id: plant
  name: Cells
  venture: venture
  capacity: [{about: 2.50, unit: GWh, when: 2027}]
  milestones: [{event: opening, when: {from: 2026-Q1, to: 2026-H2}}]
terms:
- {id: supply, kind: supply, from: alpha, to: [beta], price: {from: 1, to: 148.10, unit: USD}}
market:
- {what: Demand, points: [{year: 2030, amount: {above: 100, unit: GWh}}]}
"""


def read(text: str | bytes) -> Deal:
    """The deal in a text."""
    return deal_of(parse(text if isinstance(text, bytes) else text.encode(), "deal.yaml"))


def issues(text: str | bytes) -> list[Issue]:
    """Everything told of a text that is not a deal; nothing of one that is."""
    try:
        read(text)
    except UnreadableDealError as error:
        return error.issues
    return []


def excerpts(text: str | bytes) -> list[str]:
    """The line that each issue of a text that is not a deal points into."""
    with pytest.raises(UnreadableDealError) as caught:
        read(text)
    return [excerpt(issue, caught.value.lines) for issue in caught.value.issues]


def told(text: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of everything told of a text."""
    return [(each.code, each.place.line, each.place.column) for each in issues(text)]


def the_issue(text: str | bytes) -> Issue:
    """The only issue of a text."""
    (issue,) = issues(text)
    return issue
