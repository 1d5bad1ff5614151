"""The words of English."""

from dealcli.language.pack import Currency, Giving, Language
from dealcli.language.phrases import Phrases, Unless


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_RIGHTS = "acquire|buy|earn|elect|exercise|increase|purchase|require|sell|terminate"
"""What a party may do where it has a right to, and not where it is still thinking about it."""

_OF_A_PRICE = ("floor", "cap", "ceiling", "collar", "minimum*", "maximum*", "adjust*")

_HEDGES: dict[str, Phrases] = {
    "planned": (
        "will",
        "shall",
        "plan|plans|planned|planning",
        "schedule|scheduled",
        "intend|intends|intended",
        "expect|expects|expected",
        "agree|agreed|agrees",
        "to establish|form|create|build|acquire|invest|develop|supply|launch|expand",
        "proposed",
        "anticipate|anticipates|anticipated",
        "envision|envisions|envisioned",
        "upcoming",
        "is|are to",
        "would",
        "target|targets|targeted",
    ),
    "conditional": (
        Unless("subject to", before=tuple(f"(a|an) {word}" for word in _OF_A_PRICE)),
        "if",
        "when",
        "once",
        "unless",
        "not ... until",
        "provided that",
        "contingent",
        "conditional",
        "conditioned",
        "depend|depends|dependent|depending",
        "pending",
        "at its|their option",
        "an option to",
        "right|rights to acquire|buy|earn|increase|purchase|require|sell|subscribe",
        f"may {_RIGHTS}",
        Unless(
            "definitive agreement|agreements",
            after=("signed", "signed a", "signing a", "into", "into a"),
        ),
    ),
    "under-evaluation": (
        "evaluate|evaluates|evaluating|evaluated|evaluation",
        "consider|considers|considering",
        "explore|explores|exploring",
        "be|been|being considered",
        "contemplate|contemplates|contemplated|contemplating",
        "studying",
        "assess|assesses|assessing",
        Unless("study|studies", after=("feasibility",)),
        Unless("=may", before=(_RIGHTS,)),
        "might",
        Unless("could", before=("not", "never", "have")),
        "potential|potentially",
        "in talks",
        "negotiate|negotiates|negotiated|negotiating|negotiation|negotiations",
        "decision ... not (yet) been made|taken",
    ),
    "projection": (
        "project|projected|projection|projections",
        "forecast|forecasts",
        "estimated|estimates to",
        "expected to reach|grow",
        "expected to be worth",
    ),
    "aspiration": (
        "aim|aims|aiming|aimed",
        "ambition|ambitions",
        "seek|seeks",
        "strive|strives",
        "hope|hopes",
        "goal|goals",
        "opportunity|opportunities",
        Unless("position|positions", after=("market", "cash", "financial")),
        "positioned",
        "believe|believes",
        "supports",
        "underscore|underscores",
        "reflect|reflects",
        "enhances|enhancing",
        "align|aligns|aligning",
        "marks",
        "strategic milestone",
        "creating (sustainable) value",
    ),
}

_LOOSE_HEDGES: dict[str, Phrases] = {
    "planned": (
        "committed",
        "obliged",
        "payable",
        "designed for|to",
        "undertake|undertakes|undertaken",
    ),
    "conditional": ("entitled", "expandable", "option", "payable", "until"),
    "under-evaluation": ("indicated", "indicative", "may", "non-binding", "term sheet"),
    "projection": (
        "estimate|estimates|estimated",
        "expect|expects|expected",
        "guidance",
        "should",
        "target|targets|targeted",
    ),
    "aspiration": (
        "commitment|committed",
        "target|targets|targeted",
        "want|wants|wanted",
    ),
}

_YET_TO_BE: Phrases = (
    "announc*",
    "will",
    "plan|plans|planned|planning",
    "propos*",
    "schedul*",
    "envision*",
    "establish*",
    "intend*",
    "expect*",
    "evaluat*",
)

_NOT_BINDING = (
    "memorandum",
    "letter of intent",
    "=MOU|MOA",
    "=LOI",
    "term sheet",
    "non-binding",
)

_VOCABULARY: dict[str, dict[str, Phrases]] = {
    "deal-kind": {
        "joint-venture": ("joint ventur*", "=JV|JVs"),
        "acquisition": ("acqui*", "purchas*", "buy*", "merg*", "takeover*"),
        "investment": ("invest*", "stake*", "subscri*", "shares"),
        "financing": ("financ*", "loan*", "credit*", "fund*", "bond*"),
        "licence": ("licenc*|licens*", "sublicenc*|sublicens*"),
        "collaboration": (
            "collaborat*",
            "partner*",
            "cooperat*|co-operat*",
            "together",
            "jointly",
            "agree*",
        ),
    },
    "stage": {
        "announced": (*_YET_TO_BE, "partner*", "agree*"),
        "letter-of-intent": (
            "letter|letters of intent",
            "=LOI|LOIs",
            "memorandum*",
            "=MOU|MOA",
            "non-binding",
            "anticipat*",
        ),
        "signed": (
            *(
                Unless(words, before=tuple(f"... {other}" for other in _NOT_BINDING))
                for words in ("signed|signs", "entered into", "executed")
            ),
            "binding",
            "concluded",
        ),
        "closed": ("closed", "closing of", "complet*", "consummat*"),
        "superseded": ("supersed*", "replac*", "amend*"),
        "terminated": ("terminat*", "cancel*", "abandon*", "called off", "ended"),
    },
    "party-kind": {
        "subsidiary": ("subsidiar*", "wholly owned", "unit of", "arm of", "affiliate*"),
        "government": (
            "government*",
            "ministr*",
            "republic*",
            "federal*",
            "state of",
            "authorit*",
        ),
        "bank": (
            "*bank*",
            "banca|banco|banque",
            "*credit*|*kredit*|*crédit*",
            "savings",
            "*sparkasse",
            "lender*",
        ),
        "fund": ("fund*", "=Capital|capital", "investor*"),
    },
    "status": {
        "announced": _YET_TO_BE,
        "pre-construction": (
            "permit*",
            "feasib*",
            "engineering",
            "investment decision",
            "=FID",
            "design*",
            "site preparation",
            "pre-construction|preconstruction",
        ),
        "construction": (
            "under construction",
            "construct* (has|is) (well) began|begun|started|commenced|underway",
            "construct* (has|is) (well) under way",
            "began|begun|started|commenced construct*|building",
            "broke ground",
            "broken ground",
            "groundbreaking",
            "being built|constructed",
            "is|are building|constructing",
        ),
        "operating": (
            "operates|operating|operational",
            "in operation",
            "in production",
            "produces",
            "runs",
            "opened|reopened",
        ),
        "shelved": ("shelv*", "on hold", "suspend*", "postpon*", "paus*"),
        "cancelled": ("cancel*", "abandon*", "scrap*", "withdr*"),
        "mothballed": ("mothball*", "idle*"),
        "retired": ("retir*", "closed|closing|closure*", "shut*", "decommission*"),
    },
    "horizon": {
        "near-term": ("near|nearer|short|shorter term", "soon", "immediate*", "this year"),
        "longer-term": ("long|longer term", "future", "later"),
    },
    "term-kind": {
        "supply": ("suppl*", "deliver*"),
        "offtake": (
            "offtak*|off-tak*",
            "purchas*",
            "buy*",
            "take|takes ... output|production|volume*",
        ),
        "licence": ("licenc*|licens*", "sublicenc*|sublicens*"),
        "governance": ("govern*", "board*", "vot*", "director*", "operator*"),
        "exclusivity": (
            "exclusiv*",
            "nobody else",
            "no other",
            "*solicit*",
            "no shop",
        ),
        "royalty": (Unless("royalty", before=("free",)), "royalties"),
        "development": ("develop*|redevelop*",),
        "profit-share": ("profit*", "revenue*"),
        "non-compete": ("*compet*",),
        "option": ("option*", "right|rights to"),
        "put": ("put", "right to require", "right to sell"),
        "standstill": ("standstill", "further shares"),
    },
    "payment-form": {
        "cash": ("cash", "pay|pays|paid|payable|payment|payments"),
        "shares": ("share*", "stock*"),
        "loan": ("loan*", "credit*", "debt*", "lend*", "borrow*"),
        "convertible": ("convert*",),
        "letter-of-credit": ("letter|letters of credit",),
        "milestone": ("milestone*", "earn out*|earnout*", "contingent"),
        "royalty": ("royalt*",),
        "subsidy": (
            "*subsid*",
            "grant*",
            "incentiv*",
            "state aid",
            "support of",
            "public fund*",
            "tax credit*",
        ),
        "contribution": ("contribut*", "invest*", "fund*", "equity"),
    },
    "caveat-kind": {
        "condition": (
            "subject to",
            "if",
            "when",
            "*condition*",
            "contingent",
            "provided",
            "unless",
            "pending",
            "depend*",
            "definitive agreement*",
        ),
        "evaluation": (
            "evaluat*",
            "consider*",
            "explor*",
            "assess*",
            "review*",
            "study|studies",
        ),
        "timing": (
            "time|times|timing|timely",
            "schedul*",
            "delay*",
            "date*",
            "term|terms",
            "expect*",
            "quarter*",
            "half",
        ),
        "location": ("location*", "site|sites", "country|countries", "region*"),
        "hedge": (
            "likely",
            "planned",
            "anticipat*",
            "approximate*",
            "expect*",
            "believ*",
            "may",
            "could",
            "potential*",
            "non-binding",
            "oblig*",
            "no certainty",
            "no assurance",
        ),
        "disclaimer": (
            "forward looking",
            "no assurance",
            "refer to",
            "risk*",
            "undertake|undertakes no",
            "filings",
            "disclaim*",
        ),
    },
}

_SUPPLY = Giving(
    gives=("supply", "sell", "deliver"),
    given=("supplied", "sold", "delivered"),
    takes=("buy", "purchase", "take", "procure", "receive"),
)

_GIVING = {
    "supply": _SUPPLY,
    "offtake": _SUPPLY,
    "licence": Giving(gives=("licence|license", "grant"), given=("licenced|licensed", "granted")),
    "royalty": Giving(gives=("pay",), given=("paid",), takes=("receive",), about=("royalt*",)),
    "option": Giving(gives=("grant",), given=("granted",), takes=("acquire", "buy", "purchase")),
    "cash": Giving(gives=("pay",), given=("paid",), takes=("receive",)),
    "shares": Giving(gives=("issue",), given=("issued",), takes=("receive",)),
    "loan": Giving(gives=("lend", "provide"), given=("lent", "provided"), takes=("borrow", "draw")),
    "contribution": Giving(
        gives=("contribute", "invest", "inject"),
        given=("contributed", "invested", "injected"),
        takes=("receive",),
    ),
    "milestone": Giving(gives=("pay",), given=("paid",), takes=("receive",)),
    "subsidy": Giving(
        gives=("grant", "provide", "award"),
        given=("granted", "provided", "awarded", "approved"),
        takes=("receive",),
    ),
    "letter-of-credit": Giving(
        gives=("issue", "provide"), given=("issued", "provided"), takes=("receive",)
    ),
}

_UNITS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    f"{word}{plural}": parts
    for parts, word in zip(
        (3, 4, 5, 6, 7, 8, 9, 10),
        _words("third fourth fifth sixth seventh eighth ninth tenth"),
        strict=True,
    )
    for plural in ("", "s")
}

ENGLISH = Language(
    tag="en",
    stop_words=frozenset(
        _words(
            "the of and to in a is that for on with as by at from be are this it an or which "
            "will has have its was not their these our we been were can any such may all "
            "other into"
        )
    ),
    small_words=frozenset(
        _words(
            "a an the of in on at to for and or by with from as per its their into is be are "
            "not after before under over between through"
        )
    ),
    possessives=("'s", "\u2019s", "'", "\u2019"),
    abbreviations=_words(
        "Inc Co Corp Ltd Cos Bros Pty Pte Mr Mrs Ms Dr Prof Sr Jr St No Nos approx ca cf "
        "vs etc e.g i.e d/b/a Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Fig Art "
        "Sec"
    ),
    negative_prefixes=("non",),
    same={
        "USA": ("=United States of America", "=United States", "=US", "=U.S.A.", "=U.S."),
        "UK": ("=United Kingdom", "=U.K."),
        "EU": ("=European Union", "=E.U."),
        "CEO": ("chief executive officer", "chief executive"),
        "CFO": ("chief financial officer",),
    },
    decimal_mark=".",
    thousands_mark=",",
    number_words={word: value for value, word in enumerate(_UNITS)}
    | {word: 10 * tens for tens, word in enumerate(_TENS, start=2)},
    number_scales={"hundred": 100, "dozen": 12},
    number_joints=("and",),
    fractions=_FRACTIONS,
    majorities=("majority",),
    minorities=("minority",),
    per_cent=("per cent", "percent", "pct"),
    share_words={
        "100": ("all", "entire", "whole", "wholly"),
        "50": ("half", "equal", "equally", "50/50", "50-50", "50:50"),
    },
    multiples={
        "thousand": ("thousand", "k"),
        "million": ("million", "mio.", "mio", "mln", "mn", "mm", "m"),
        "billion": ("billion", "bln", "bn", "b"),
        "trillion": ("trillion", "tn"),
    },
    currencies=(
        Currency(
            "USD",
            ("US$", "U.S.$", "$", "USD"),
            ("dollar|dollars", "US dollar|dollars", "U.S. dollar|dollars"),
        ),
        Currency("EUR", ("€", "EUR"), ("euro|euros",)),
        Currency("GBP", ("£", "GBP"), ("pound|pounds", "pound|pounds sterling")),
        Currency("JPY", ("JP¥", "¥", "JPY"), ("yen",), ("Japan", "Japanese")),
        Currency(
            "CNY", ("CN¥", "¥", "CNY", "RMB"), ("yuan", "renminbi"), ("China", "Chinese", "PRC")
        ),
        Currency("AUD", ("A$", "AU$", "AUD"), ("Australian dollar|dollars",)),
        Currency("CAD", ("C$", "CA$", "CDN$", "CAD"), ("Canadian dollar|dollars",)),
        Currency("SGD", ("S$", "SG$", "SGD"), ("Singapore dollar|dollars",)),
        Currency("HKD", ("HK$", "HKD"), ("Hong Kong dollar|dollars",)),
        Currency("NZD", ("NZ$", "NZD"), ("New Zealand dollar|dollars",)),
        Currency("TWD", ("NT$", "TWD"), ("Taiwan dollar|dollars", "New Taiwan dollar|dollars")),
        Currency("BRL", ("R$", "BRL"), ("real|reais",)),
        Currency("MXN", ("MX$", "MXN"), ("peso|pesos", "Mexican peso|pesos")),
        Currency("CHF", ("CHF",), ("franc|francs", "Swiss franc|francs")),
        Currency("SEK", ("SEK",), ("Swedish krona|kronor|kronas",)),
        Currency("NOK", ("NOK",), ("Norwegian krone|kroner",)),
        Currency("DKK", ("DKK",), ("Danish krone|kroner",)),
        Currency("PLN", ("PLN",), ("zloty|zlotys",)),
        Currency("CZK", ("CZK",), ("Czech koruna|korunas",)),
        Currency("ZAR", ("ZAR",), ("rand",)),
        Currency("SAR", ("SAR",), ("Saudi riyal|riyals",)),
        Currency("AED", ("AED",), ("dirham|dirhams",)),
        Currency("MYR", ("MYR",), ("ringgit",)),
        Currency("IDR", ("IDR",), ("rupiah",)),
        Currency("THB", ("THB",), ("baht",)),
        Currency("PHP", ("PHP",), ("Philippine peso|pesos",)),
        Currency("VND", ("VND",), ("dong",)),
        Currency("ILS", ("NIS", "ILS"), ("shekel|shekels",)),
        Currency("TRY", ("TRY",), ("Turkish lira",)),
        Currency("KRW", ("₩", "KRW"), ("won",)),
        Currency("INR", ("₹", "INR", "Rs.", "Rs"), ("rupee|rupees",)),
    ),
    units=(
        "=W|kW|MW|GW|TW|Wh|kWh|MWh|GWh|TWh|kV|MVA|GVA|MWp|GWp|MWdc|MWac|GWac|MWe|GWe",
        "=kg|g|mg|t|kt|Mt|Mtpa|mtpa|ktpa|tpa|tpd|tph|lb|lbs|oz|koz|Moz|bbl|boe|boepd|bpd",
        "=m|mm|cm|km|km2|m2|m3|ha|ft|mi|nm|L|l|ml|GJ|PJ|TJ|MMBtu|bcf|tcf|mcf|bcm|Nm3|CO2|TEU|dwt|DWT",
        "watt*|kilowatt*|megawatt*|gigawatt*|terawatt*|volt*|joule*|bit*|byte*|gigabyte*|terabyte*",
        "ton|tons|tonne|tonnes|kilogram*|gram|grams|pound|pounds|ounce|ounces|barrel*|bushel*",
        "metre*|meter*|kilometre*|kilometer*|mile|miles|foot|feet|inch|inches|acre*|hectare*",
        "square|cubic",
        "litre*|liter*|gallon*|degree*|minute*|hour*|day|days|week*|month|months|year|years|decade*",
        "unit|units|share|shares|vehicle*|car|cars|truck*|ship|ships|vessel*|aircraft|container*",
        "people|employee*|staff|colleague*|worker*|job|jobs|customer*|client*|patient*|member*",
        "household*|home|homes|store|stores|site|sites|plant|plants|facility|facilities",
        "country|countries|project|projects|compan*|basis",
        "storey|storeys|story|level|levels|floor|floors|room|rooms|bed|beds|hole|holes|well|wells",
    ),
    unit_joints=frozenset(("a", "an", "per", "of", "the", "p")),
    bounds_before={
        "about": (
            "about",
            "approximately",
            "approx.",
            "approx",
            "around",
            "roughly",
            "some",
            "nearly",
            "almost",
            "circa",
            "ca.",
            "c.",
            "ca",
            "~",
            "(an) estimated (at)",
            "on the order of",
        ),
        "above": (
            Unless("over", before=("a|an",)),
            "more than",
            "above",
            "exceed|exceeds|exceeded|exceeding",
            "(in) excess of",
            "greater than",
            "upwards of",
        ),
        "below": (Unless("under", before=("a|an",)), "less than", "below", "fewer than"),
        "at_least": ("at least", "no|not less|fewer than", "a minimum of", "minimum"),
        "up_to": (
            "up to",
            "no|not more than",
            "as much|many as",
            "(a) maximum (of)",
            "at most",
        ),
    },
    bounds_after={
        "at_least": ("or more", "or above"),
        "up_to": ("or less", "or fewer"),
        "above": (
            "+",
            Unless("plus", before=("a|an|the|any|applicable|accrued|interest|tax|taxes|VAT|GST",)),
        ),
    },
    range_joints={
        "between": ("and", "to", "-", "\u2013", "\u2014"),
        "from": ("to", "up to", "through", "until", "-", "\u2013", "\u2014"),
        "": ("to", "through", "-", "\u2013", "\u2014"),
    },
    changes=(
        "rais*|ris*|rose|increas*|grow*|grew|grown|climb*|jump*|expand*|up|go|goes|went|mov*|step*",
        "reduc*|decreas*|declin*|fall*|fell|drop*|lower*|cut*|down|chang*|amend*|dilut*|extend*",
    ),
    articles=("a", "an", "the"),
    indefinite_articles=("a", "an"),
    rate_openers=("per", "each", "every", "/"),
    rate_words=(
        "annually",
        "yearly",
        "quarterly",
        "monthly",
        "weekly",
        "daily",
        "each",
        "apiece",
        "p.a.",
    ),
    share_of=("of", "on"),
    unit_ends=(
        "also|and|or|both|either|but|including|plus|minus|than|that|which|who|when|while|where|if",
        "since|until|before|after|during|within|without|under|over|between|about|around|across",
        "he|she|they|it|we|you|is|are|was|were|be|been|has|have|had|can|could|would|should|must",
    ),
    whole_of=(
        "shares|equity|interest|interests|stake|ownership|owned|held|stock",
        "share|issued capital",
    ),
    ownership=(
        "stake|stakes|shareholding|shareholdings|holding|holdings|ownership|equity|equities",
        "own|owns|owned|owning|owner|owners|hold|holds|held|shareholder|shareholders|remaining",
        Unless(
            "interest|interests",
            after=("bear", "bears", "bearing", "accrue", "accrues", "accruing"),
            before=(
                "rate|rates",
                "payment|payments",
                "per annum",
                "on (the) loan*|outstanding|principal|note*|bond*|debt",
            ),
        ),
        Unless("shares|share", after=("market",)),
        "participation",
        "voting rights",
        "capital stock",
        "venture|JV|subsidiary|partnership|earn|earns|earning",
    ),
    not_ownership=(
        "royalty|royalties|revenue|revenues|sales|turnover|profit|profits|proceeds|income|earnings",
        "rate|rates|coupon|discount|premium|tax|taxes|fee|fees|margin|margins",
        "per annum",
        "market share",
        "purchase price",
        "growth|increase|increased|increases|decrease|decreased|reduction|reduce|reduces|reduced",
        "emission|emissions|output|production|capacity|volume|volumes|area|cost|costs",
        "employees|customers|efficiency|purity|probability|porosity|expenditure|expenditures",
        "redemption|payment|payments|consideration|price|demand|energy|electricity",
    ),
    months=_words(
        "January February March April May June July August September October November December"
    ),
    ordinals=(("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th", "last")),
    time_bounds_before={
        "by": (
            "by",
            "until",
            "till",
            "before",
            "no|not later than",
            "through",
            "to (the) end of",
        ),
        "not_before": ("not before", "after", "no|not earlier than", "from"),
        "about": (
            "about",
            "around",
            "approximately",
            "circa",
            "ca.",
            "ca",
            "c.",
            "mid",
            "late",
            "early",
        ),
        "from": ("between",),
    },
    time_bounds_after={
        "not_before": ("at the earliest", "or later", "onward|onwards"),
        "by": ("at the latest", "or earlier|sooner"),
    },
    lasting={
        "minute": ("minute|minutes",),
        "hour": ("hour|hours",),
        "day": ("day|days",),
        "week": ("week|weeks",),
        "month": ("month|months",),
        "quarter": ("quarters",),
        "year": ("year|years",),
        "decade": ("decade|decades",),
    },
    parts_of_year={"Q": ("quarter",), "H": ("half",)},
    year_openers=("of", "the year", "of the year", "of fiscal", "of fiscal year"),
    day_openers=("of",),
    day_endings=("st", "nd", "rd", "th"),
    decade_endings=("s", "'s", "\u2019s"),
    seasons=("spring|summer|autumn|fall|winter",),
    before_months=("in", "since", "during", "until", "by", "from", "late", "early", "mid"),
    fiscal=("fiscal (year)", "financial year", "FY"),
    before_years=("in|since|during|until|by|from", "the|its|their|our|this"),
    time_edges=("(the) end|start|beginning|middle of", "year end"),
    horizons={
        "near-term": ("near|nearer|short|shorter term",),
        "longer-term": (
            "long|longer term",
            Unless("later", after=("or", "no", "not", "years", "months"), before=("than", "this")),
        ),
        "other": ("medium|mid term", "foreseeable|near future"),
    },
    relative_times=(
        "this|next|last|coming|past|previous|current year|quarter|month|week|decade|spring|summer",
        "next|last|coming|past|recent (few|several|many) years|months|quarters|weeks|decades",
        "later this year",
        "(calendar|financial|fiscal) year end",
        "decades",
    ),
    within=("within",),
    today=("today",),
    hedges=_HEDGES,
    loose_hedges=_LOOSE_HEDGES,
    negations=(
        "not",
        "no",
        "nor",
        "never",
        "neither",
        "nobody",
        "none",
        "nothing",
        "without",
        "un*",
        "*n't",
        "*n\u2019t",
    ),
    negated_next=("not|never (yet|be|been|to)",),
    loaded=(
        "approved|approval",
        "binding",
        "closed|closing",
        "commissioning",
        "completed|completion",
        "entire",
        "every|everything",
        "exclusive|exclusively",
        "final",
        "guarantee|guaranteed|guarantees",
        "largest",
        "obliged",
        "secured",
        "signed|signing",
        "sole|solely",
        "unconditional|unconditionally",
        "wholly",
    ),
    company_forms=tuple(
        f"={form}"
        for form in _words(
            "Inc Corp Co Ltd LLC L.L.C plc PLC AG SE SA N.V NV B.V GmbH S.p.A AB AS ASA A/S "
            "ApS Oy Oyj KK K.K KG KGaA BV SpA SAS S.A.S Sarl S.L Sdn Bhd Tbk Berhad LLP Pty "
            "Pte LP S.A Limited Incorporated Corporation"
        )
    ),
    ahead=("will|shall|would|must|may|to (also|each|both|initially)",),
    behind=("has|have (also|each|both|already)",),
    and_=("and", ","),
    giving=_GIVING,
    given_by=(
        "payable|paid|issued|granted|supplied|provided|contributed|licenced|licensed by",
        "loan from",
    ),
    leading=(
        "lead|leads",
        "leading role",
        "operate|operates",
        "manage|manages",
        "operator",
        "manager",
    ),
    led_by=("led|operated|managed|run by",),
    respectively=("respectively",),
    vocabulary=_VOCABULARY,
)
