"""Who answers to --who, and what of a deal concerns them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_deals import IDS, deals
from reading import HEAD, read

from dealcli.loading import bundled, load
from dealcli.model import LISTS, Deal
from dealcli.problems import DealcliError
from dealcli.views.narrowing import find_party, known_as, narrow

PARTIES = """
parties:
- {id: alpha, name: "Alpha Industries, Inc.", aka: [Alpha, ALPHA-ID], listings: [{ticker: ALP}]}
- {id: beta, name: Beta AG, aka: [Shared, Straße], listings: [{exchange: NYSE}, {ticker: B.ETA}]}
- {id: gamma, name: Gamma, parent: beta, aka: [Shared, beta2]}
- {id: beta2, name: Second Beta}
"""


def deal(text: str) -> Deal:
    return read(f"{HEAD}{PARTIES}{text}")


@pytest.fixture(scope="module")
def release() -> Deal:
    return load(str(bundled())).deal


@pytest.mark.parametrize(
    ("wanted", "party"),
    [
        ("alpha", "alpha"),
        ("ALPHA", "alpha"),
        ("aLpHa-Id", "alpha"),
        ("alp", "alpha"),
        ("alpha industries, inc.", "alpha"),
        ("  Alpha \t Industries,\nInc. ", "alpha"),
        ("b.eta", "beta"),
        ("STRASSE", "beta"),
        ("beta2", "beta2"),
    ],
)
def test_a_party_answers_to_all_its_names_in_any_case(wanted, party):
    assert find_party(deal(""), wanted).id == party


def test_every_party_of_the_bundled_deal_answers_to_all_its_names(release):
    for party in release.parties:
        for name in known_as(party):
            for said in (name, name.upper(), name.lower(), name.title()):
                assert find_party(release, said) is party


def refusal(text: str, wanted: str) -> str:
    with pytest.raises(DealcliError) as refused:
        find_party(deal(text), wanted)
    assert refused.value.exit_code == 2
    assert "\n" not in refused.value.message
    return refused.value.message


@pytest.mark.parametrize(
    ("wanted", "closest"),
    [
        ("alhpa", "alpha"),
        ("Alpha Industries", "alpha"),
        ("ALPP", "alpha"),
        ("beta gmbh", "beta"),
    ],
)
def test_without_a_match_the_closest_and_all_ids_are_named(wanted, closest):
    told = refusal("", wanted)
    assert told == (
        f"no party {wanted!r} in a-deal; did you mean {closest!r}? (ids: alpha, beta, gamma, beta2)"
    )


@pytest.mark.parametrize("wanted", ["", " ", "zzz", "\x1b[31m", "a\nb"])
def test_where_nothing_is_close_only_the_ids_are_named(wanted):
    assert refusal("", wanted).startswith(f"no party {wanted!r} in a-deal (ids: alpha")


def test_in_a_deal_without_parties_there_is_nobody_to_name():
    with pytest.raises(DealcliError, match=r"^no party 'alpha' in a-deal \(ids: none\)$"):
        find_party(read(HEAD), "alpha")


@pytest.mark.parametrize("wanted", ["shared", "Shared"])
def test_a_name_that_fits_several_is_refused_with_their_ids(wanted):
    assert refusal("", wanted) == (
        f"--who {wanted!r} fits beta, gamma: use an id (alpha, beta, gamma, beta2)"
    )


def test_an_id_as_written_goes_before_the_same_word_as_a_name():
    assert find_party(deal(""), "beta2").id == "beta2"
    assert "fits gamma, beta2" in refusal("", "BETA2")


RECORDS = {
    "joint_ventures": """
- {id: led, name: Led, lead: alpha}
- {id: held, name: Held, stakes: [{holder: beta}, {holder: alpha}]}
- {id: others, name: Others, lead: gamma, stakes: [{holder: beta}]}
""",
    "holdings": """
- {in: alpha, holder: beta, note: target}
- {in: beta, holder: alpha, note: holder}
- {in: beta, holder: gamma, note: others}
""",
    "facilities": """
- {id: own, name: Own, owner: alpha}
- {id: joint, name: Joint, venture: held}
- {id: others-plant, name: Other, owner: beta}
- {id: others-joint, name: Other, venture: others}
- {id: nobodys, name: Nobody's}
""",
    "terms": """
- {id: gives, kind: supply, from: alpha, to: beta}
- {id: takes, kind: supply, from: [beta, gamma], to: [alpha]}
- {id: to-venture, kind: supply, from: beta, to: held}
- {id: all, kind: development}
- {id: between-others, kind: supply, from: beta, to: gamma}
""",
    "payments": """
- {id: pays, from: alpha}
- {id: is-paid, to: [gamma, alpha]}
- {id: unsaid}
- {id: others-pay, from: beta, to: gamma}
""",
    "aims": "[{text: own, party: alpha}, {text: all}, {text: others, party: beta}]",
    "statements": "[{speaker: own, party: alpha}, {speaker: nobody}, {speaker: B, party: beta}]",
    "market": "[{what: Demand}]",
    "caveats": """
- {id: whole, kind: condition, text: Whole}
- {id: on-party, kind: condition, text: T, applies_to: [beta, alpha]}
- {id: on-venture, kind: condition, text: T, applies_to: [held]}
- {id: on-plant, kind: condition, text: T, applies_to: [joint]}
- {id: on-term, kind: condition, text: T, applies_to: [all]}
- {id: on-others, kind: condition, text: T, applies_to: [beta, others, between-others]}
""",
    "open_questions": "[{text: whole}, {text: own, about: [alpha]}, {text: others, about: [beta]}]",
}
KEPT = {
    "joint_ventures": ["led", "held"],
    "holdings": ["target", "holder"],
    "facilities": ["own", "joint"],
    "terms": ["gives", "takes", "to-venture", "all"],
    "payments": ["pays", "is-paid", "unsaid"],
    "aims": ["own", "all"],
    "statements": ["own"],
    "market": ["Demand"],
    "caveats": ["whole", "on-party", "on-venture", "on-plant", "on-term"],
    "open_questions": ["whole", "own"],
}


def names(records: tuple[object, ...]) -> list[str]:
    keys = ("id", "note", "text", "speaker", "what")
    return [
        next(name for key in keys if (name := getattr(record, key, None))) for record in records
    ]


@pytest.mark.parametrize("part", KEPT)
def test_what_concerns_a_party(part):
    text = "".join(
        f"{key}: {records}\n" if records[0] == "[" else f"{key}:{records}"
        for key, records in RECORDS.items()
    )
    whole = deal(text)
    narrowed = narrow(whole, find_party(whole, "alpha"))
    assert names(getattr(narrowed, part)) == KEPT[part]


def test_a_party_comes_with_its_subsidiaries():
    whole = deal("")
    narrowed = narrow(whole, find_party(whole, "beta"))
    assert [one.id for one in narrowed.parties] == ["beta", "gamma"]


def test_of_a_horizon_only_its_facilities_stay(release):
    near = narrow(release, horizon="near-term")
    assert [one.id for one in near.facilities] == ["us-packs", "sea-cells"]
    assert near.joint_ventures == release.joint_ventures
    both = narrow(release, find_party(release, "kandi"), "near-term")
    assert [one.id for one in both.facilities] == ["us-packs"]


@given(deals(), st.sampled_from([None, *IDS]), st.sampled_from([None, "near-term", "longer-term"]))
def test_narrowing_only_leaves_out(whole, who, horizon):
    party = next((one for one in whole.parties if one.id == who), None)
    narrowed = narrow(whole, party, horizon)
    for key in LISTS:
        left = iter(getattr(whole, key))
        assert all(any(each is one for one in left) for each in getattr(narrowed, key))
    if party is None and horizon is None:
        assert narrowed == whole
    if party:
        assert party in narrowed.parties
    again = narrow(narrowed, party, horizon)
    assert again == narrowed
