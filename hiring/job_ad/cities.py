"""Cities in which teams that run models hire, with their countries and, where pay laws differ within one, regions."""

from collections.abc import Mapping
from typing import Final

_NAMED: Final[Mapping[tuple[str, str | None], str]] = {
    ("AE", None): "dubai|abu dhabi",
    ("AR", None): "buenos aires|córdoba, argentina",
    ("AT", None): "vienna|wien|graz|linz",
    ("AU", "ACT"): "canberra",
    ("AU", "NSW"): "sydney",
    ("AU", "QLD"): "brisbane",
    ("AU", "SA"): "adelaide",
    ("AU", "VIC"): "melbourne",
    ("AU", "WA"): "perth, australia|perth wa",
    ("BD", None): "dhaka",
    ("BE", None): "brussels|antwerp|ghent|gent|leuven",
    ("BG", None): "sofia, bulgaria|plovdiv",
    ("BR", None): "são paulo|sao paulo|rio de janeiro|belo horizonte|florianópolis|florianopolis|curitiba|recife",
    ("CA", "AB"): "calgary|edmonton",
    ("CA", "BC"): "vancouver|burnaby|victoria, bc",
    ("CA", "MB"): "winnipeg",
    ("CA", "NS"): "halifax",
    ("CA", "ON"): "toronto|ottawa|waterloo, on|kitchener|mississauga|markham",
    ("CA", "QC"): "montreal|montréal|quebec city|québec",
    ("CH", None): "zurich|zürich|geneva|lausanne|basel|bern",
    ("CL", None): "santiago, chile",
    ("CN", None): "beijing|shanghai|shenzhen|hangzhou|guangzhou",
    ("CO", None): "bogotá|bogota|medellín|medellin",
    ("CR", None): "san josé, costa rica|san jose, costa rica",
    ("CZ", None): "prague|brno|ostrava",
    ("DE", None): (
        "berlin|munich|hamburg|münchen|frankfurt|cologne|köln|stuttgart|düsseldorf|dusseldorf|leipzig|"
        "dresden|karlsruhe|hannover|nuremberg|nürnberg|walldorf|heidelberg|potsdam"
    ),
    ("DK", None): "copenhagen|aarhus|odense",
    ("EE", None): "tallinn|tartu",
    ("EG", None): "cairo, egypt",
    ("ES", None): "madrid|barcelona|valencia|malaga|málaga|seville|bilbao",
    ("FI", None): "helsinki|espoo|tampere|oulu",
    ("FR", None): ("paris|lyon|toulouse|grenoble|nantes|bordeaux|lille|marseille|montpellier|rennes|sophia antipolis"),
    ("GB", None): (
        "london|manchester|edinburgh|cambridge, uk|birmingham, uk|bristol|leeds|glasgow|belfast|oxford|"
        "liverpool|sheffield|nottingham|newcastle upon tyne|cardiff|brighton"
    ),
    ("GR", None): "athens|thessaloniki",
    ("HK", None): "hong kong",
    ("HR", None): "zagreb",
    ("HU", None): "budapest",
    ("ID", None): "jakarta|bandung",
    ("IE", None): "dublin|galway|limerick|cork, ireland",
    ("IL", None): "tel aviv|haifa|herzliya|jerusalem",
    ("IN", None): (
        "bangalore|bengaluru|hyderabad|pune|chennai|mumbai|noida|gurgaon|delhi|new delhi|gurugram|kolkata|"
        "ahmedabad|kochi|coimbatore|trivandrum|thiruvananthapuram|indore|jaipur|chandigarh"
    ),
    ("IT", None): "milan|rome|milano|turin|bologna|florence, italy|trento",
    ("JP", None): "tokyo|osaka|kyoto|yokohama",
    ("KE", None): "nairobi",
    ("KR", None): "seoul|pangyo",
    ("LK", None): "colombo",
    ("LT", None): "vilnius|kaunas",
    ("LU", None): "luxembourg",
    ("LV", None): "riga",
    ("MX", None): "mexico city|guadalajara|monterrey",
    ("MY", None): "kuala lumpur|penang|cyberjaya",
    ("NG", None): "lagos, nigeria",
    ("NL", None): "amsterdam|rotterdam|eindhoven|utrecht|the hague|den haag|delft|groningen",
    ("NO", None): "oslo|trondheim|bergen",
    ("NZ", None): "auckland|wellington|christchurch",
    ("PE", None): "lima, peru",
    ("PH", None): "manila|makati|cebu|taguig",
    ("PK", None): "karachi|lahore|islamabad",
    ("PL", None): "warsaw|krakow|kraków|wroclaw|wrocław|gdansk|gdańsk|poznan|poznań|katowice|lodz|łódź",
    ("PT", None): "lisbon|porto|braga",
    ("RO", None): "bucharest|cluj-napoca|cluj|iasi|timisoara",
    ("RS", None): "belgrade|novi sad",
    ("SA", None): "riyadh|jeddah",
    ("SE", None): "stockholm|gothenburg|göteborg|malmö|malmo|lund|linköping|uppsala",
    ("SG", None): "singapore",
    ("SI", None): "ljubljana",
    ("SK", None): "bratislava|kosice",
    ("TH", None): "bangkok",
    ("TR", None): "istanbul|ankara",
    ("TW", None): "taipei|hsinchu",
    ("UA", None): "kyiv|lviv|kharkiv",
    ("US", "AL"): "huntsville",
    ("US", "AR"): "bentonville",
    ("US", "AZ"): "phoenix|scottsdale|tempe|tucson",
    ("US", "CA"): (
        "san francisco|bay area|los angeles|san diego|san jose|mountain view|palo alto|sunnyvale|cupertino|"
        "los gatos|oakland|berkeley|menlo park|redwood city|santa clara|south san francisco|san mateo|irvine|"
        "santa monica|sacramento|foster city|fremont|pasadena|silicon valley|san francisco bay area|"
        "emeryville|burlingame|milpitas|el segundo"
    ),
    ("US", "CO"): "denver|boulder|colorado springs|fort collins",
    ("US", "CT"): "stamford|hartford",
    ("US", "DC"): "washington, dc|washington dc",
    ("US", "DE"): "wilmington, de",
    ("US", "FL"): "miami|tampa|orlando|jacksonville|fort lauderdale",
    ("US", "GA"): "atlanta",
    ("US", "ID"): "boise",
    ("US", "IL"): "chicago",
    ("US", "IN"): "indianapolis",
    ("US", "LA"): "new orleans",
    ("US", "MA"): "boston|cambridge, ma|somerville|waltham",
    ("US", "MD"): "baltimore|bethesda|columbia, md",
    ("US", "MI"): "detroit|ann arbor",
    ("US", "MN"): "minneapolis|saint paul|st. paul",
    ("US", "MO"): "st. louis|st louis|kansas city",
    ("US", "NC"): "charlotte|raleigh|durham|research triangle",
    ("US", "NE"): "omaha",
    ("US", "NJ"): "jersey city|hoboken|princeton, nj",
    ("US", "NV"): "las vegas|reno",
    ("US", "NY"): "new york city|nyc|manhattan|brooklyn|new york, ny|buffalo|long island city",
    ("US", "OH"): "cincinnati|cleveland|columbus",
    ("US", "OR"): "portland",
    ("US", "PA"): "philadelphia|pittsburgh",
    ("US", "SC"): "charleston, sc",
    ("US", "TN"): "nashville|memphis|knoxville",
    ("US", "TX"): "austin|dallas|houston|irving|plano|san antonio|fort worth|frisco",
    ("US", "UT"): "salt lake city|lehi|provo",
    ("US", "VA"): "arlington, va|mclean|reston|herndon|chantilly",
    ("US", "WA"): "seattle|bellevue|redmond|kirkland|spokane",
    ("US", "WI"): "madison, wi|milwaukee",
    ("UY", None): "montevideo",
    ("VN", None): "ho chi minh city|ho chi minh|hanoi|da nang",
    ("ZA", None): "cape town|johannesburg",
}
"""By country and region. A name of several places ("Cambridge", "Perth") counts only with more beside it."""

CITIES: Final[Mapping[str, tuple[str, str | None]]] = {
    name: place for place, names in _NAMED.items() for name in names.split("|")
}
"""Country and region of each city, by its name in lower case."""
