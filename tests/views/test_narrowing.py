"""Who answers to --who, and what of a deal concerns them."""

import pytest
from generating import IDS, deals
from hypothesis import given
from hypothesis import strategies as st
from reading import HEAD, read
from running import ROOT

from dealcli.errors import DealcliError
from dealcli.loading import bundled, load
from dealcli.model import LISTS, Deal
from dealcli.views.narrowing import family_of, find_party, known_as, narrow, select
from dealcli.views.selection import Selection

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


def test_two_letters_alike_in_a_short_id_are_not_close():
    northvolt = load(str(ROOT / "tests" / "deals" / "northvolt.yaml")).deal
    with pytest.raises(DealcliError, match=r"^no party 'kandi' in northvolt \(ids: northvolt, "):
        find_party(northvolt, "kandi")


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
- {id: nobodys-venture, name: Nobody's}
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
- {id: nobodys-joint, name: Nobody's, venture: nobodys-venture}
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
- {id: to-venture, from: beta, to: held}
- {id: part, part_of: part-too}
- {id: part-too, part_of: pays}
- {id: part-of-others, part_of: others-pay}
- {id: own-part-of-others, part_of: others-pay, to: alpha}
- {id: circle, part_of: circle}
""",
    "aims": "[{text: own, party: alpha}, {text: all}, {text: others, party: beta}]",
    "statements": """
- {speaker: own, party: alpha}
- {speaker: nobody}
- {speaker: B, party: beta}
- {speaker: also, party: [beta, alpha]}
- {speaker: others, party: [beta, gamma]}
""",
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
    "joint_ventures": ["led", "held", "nobodys-venture"],
    "holdings": ["target", "holder"],
    "facilities": ["own", "joint", "nobodys", "nobodys-joint"],
    "terms": ["gives", "takes", "to-venture", "all"],
    "payments": [
        *("pays", "is-paid", "unsaid", "to-venture", "part", "part-too"),
        *("own-part-of-others", "circle"),
    ],
    "aims": ["own", "all"],
    "statements": ["own", "also"],
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


FAMILY = """
parties:
- {id: grandchild, name: Grandchild, parent: child}
- {id: child, name: Child, parent: alpha}
- {id: alpha, name: Alpha, parent: above}
- {id: above, name: Above}
- {id: beta, name: Beta}
joint_ventures:
- {id: led, name: Led, lead: child}
- {id: held, name: Held, stakes: [{holder: grandchild}, {holder: beta}]}
- {id: others, name: Others, lead: above, stakes: [{holder: beta}]}
holdings:
- {in: beta, holder: child, note: holder}
- {in: grandchild, holder: beta, note: target}
- {in: above, holder: beta, note: others}
facilities:
- {id: own, name: Own, owner: grandchild}
- {id: joint, name: Joint, venture: held}
- {id: others, name: Others, owner: above}
terms:
- {id: gives, kind: supply, from: child, to: beta}
- {id: to-venture, kind: supply, from: beta, to: held}
- {id: others, kind: supply, from: beta, to: above}
payments:
- {id: is-paid, from: beta, to: [above, grandchild]}
- {id: others, from: above}
aims: [{text: own, party: child}, {text: others, party: above}]
statements: [{speaker: own, party: grandchild}, {speaker: others, party: above}]
caveats:
- {id: on-child, kind: hedge, text: T, applies_to: [grandchild]}
- {id: on-plant, kind: hedge, text: T, applies_to: [own]}
- {id: on-others, kind: hedge, text: T, applies_to: [above, others]}
"""


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("parties", ["grandchild", "child", "alpha"]),
        ("joint_ventures", ["led", "held"]),
        ("holdings", ["holder", "target"]),
        ("facilities", ["own", "joint"]),
        ("terms", ["gives", "to-venture"]),
        ("payments", ["is-paid"]),
        ("aims", ["own"]),
        ("statements", ["own"]),
        ("caveats", ["on-child", "on-plant"]),
    ],
)
def test_what_concerns_a_subsidiary_concerns_its_parents(part, kept):
    whole = read(HEAD + FAMILY)
    assert names(getattr(narrow(whole, find_party(whole, "alpha")), part)) == kept


ROLES = """
parties: [{id: alpha, name: Alpha}, {id: beta, name: Beta}, {id: unit, name: U, parent: alpha}]
joint_ventures:
- {id: run, name: Run, operator: unit, stakes: [{holder: beta}]}
- {id: sold, name: Sold, stakes: [{holder: beta, from: [beta, alpha]}]}
- {id: others, name: Others, operator: beta}
holdings:
- {in: beta, holder: beta, from: unit, note: sold}
- {in: beta, holder: beta, from: beta, note: others}
facilities:
- {id: mill, name: Mill, owner: beta, operator: alpha}
- {id: others, name: Others, operator: beta}
"""


@pytest.mark.parametrize(
    ("part", "kept"),
    [("joint_ventures", ["run", "sold"]), ("holdings", ["sold"]), ("facilities", ["mill"])],
)
def test_what_a_party_operates_or_sells_concerns_it(part, kept):
    whole = read(HEAD + ROLES)
    assert names(getattr(narrow(whole, find_party(whole, "alpha")), part)) == kept


def test_what_concerns_an_affiliate_does_not_concern_a_party():
    text = "parties: [{id: a, name: A}, {id: b, name: B, affiliate_of: a}]\naims:\n"
    whole = read(f"{HEAD}{text}- {{text: T, party: b}}\n")
    narrowed = narrow(whole, find_party(whole, "a"))
    assert (names(narrowed.parties), narrowed.aims) == (["a"], ())


@pytest.mark.parametrize(
    ("parties", "family"),
    [
        ("{id: alpha, name: A, parent: alpha}", {"alpha"}),
        ("{id: alpha, name: A, parent: b}, {id: b, name: B, parent: alpha}", {"alpha", "b"}),
        (
            "{id: alpha, name: A}, {id: b, name: B, parent: c}, {id: c, name: C, parent: b}",
            {"alpha"},
        ),
        ("{id: alpha, name: A, parent: elsewhere}, {id: b, name: B}", {"alpha"}),
    ],
)
def test_whose_parents_lead_to_a_party_belongs_to_it(parties, family):
    whole = read(f"{HEAD}parties: [{parties}]")
    assert family_of(whole, whole.parties[0]) == family


def test_of_a_horizon_only_its_facilities_stay(release):
    near = select(release, Selection(horizon="near-term"))
    assert [one.id for one in near.facilities] == ["us-packs", "sea-cells"]
    assert near.joint_ventures == release.joint_ventures
    both = select(release, Selection([find_party(release, "kandi")], "near-term"))
    assert [one.id for one in both.facilities] == ["us-packs"]


def test_what_concerns_one_of_two_parties_stays(release):
    both = narrow(release, *(find_party(release, who) for who in ("kandi", "cbak")))
    assert [one.id for one in both.facilities] == [one.id for one in release.facilities]
    kandi, cbak = (narrow(release, find_party(release, who)) for who in ("kandi", "cbak"))
    assert kandi.facilities != both.facilities
    for key in ("facilities", "aims", "statements", "caveats"):
        either = getattr(kandi, key) + getattr(cbak, key)
        assert all(one in either for one in getattr(both, key))
        assert all(one in getattr(both, key) for one in either)


@given(deals(), st.sampled_from([None, *IDS]), st.sampled_from([None, "near-term", "longer-term"]))
def test_narrowing_only_leaves_out(whole, who, horizon):
    party = next((one for one in whole.parties if one.id == who), None)
    selection = Selection([party] if party else [], horizon)
    narrowed = select(whole, selection)
    for key in LISTS:
        left = iter(getattr(whole, key))
        assert all(any(each is one for one in left) for each in getattr(narrowed, key))
    if party is None and horizon is None:
        assert narrowed == whole
    if party:
        assert party in narrowed.parties
    again = select(narrowed, selection)
    assert again == narrowed
