"""Large and well-known towns of Europe and America, folded: a column that is full of them holds towns."""

from __future__ import annotations

TOWNS = frozenset(
    name.replace("+", " ")
    for name in """
aarhus amsterdam ankara antwerp antwerpen athens atlanta austin barcelona basel belfast belgrade bergen
berlin bern bielefeld bilbao birmingham bochum bologna bonn bordeaux boston braga bratislava bremen
bristol brno brugge brussels bruxelles bucharest bucuresti budapest buenos+aires bydgoszcz cambridge
cardiff chemnitz chicago cluj-napoca coimbra cologne como copenhagen cork cracow dallas danzig debrecen
den+haag denver detroit dijon dortmund dresden dublin duisburg dusseldorf edinburgh eindhoven espoo essen
firenze florence frankfurt frankfurt+am+main gdansk gdynia geneva geneve genova gent gijon glasgow
goteborg graz grenoble groningen hamburg hannover heidelberg helsinki houston innsbruck istanbul izmir
jena karlsruhe kassel katowice kaunas kiel kobenhavn koln kosice krakow kyiv lausanne leeds leicester
leipzig lille linz lisboa lisbon liverpool ljubljana lodz london los+angeles lubeck lublin luxembourg lviv
lyon madrid magdeburg mainz malaga malmo manchester mannheim marseille melbourne mexico+city miami milan
milano montpellier montreal moscow mulhouse munchen munich munster nantes naples napoli new+york newcastle
nice nottingham nurnberg odense olomouc olsztyn opole oporto oslo ostrava oxford padova palermo paris
parma pecs philadelphia phoenix pisa plzen portland porto potsdam poznan prag prague praha rennes
reykjavik riga rio+de+janeiro roma rome rostock rotterdam rzeszow salzburg san+diego san+francisco
sao+paulo seattle sevilla sheffield siena sofia southampton split st+gallen stavanger stockholm strasbourg
stuttgart sydney szczecin szeged tallinn tampere tartu tokyo torino toronto torun toulouse trieste trnava
tromso trondheim turin turku uppsala utrecht valencia vancouver varna venezia venice verona vienna vigo
vilnius warsaw warszawa washington wien wiesbaden winterthur worms wroclaw wuppertal york zagreb zaragoza
zurich
""".split()
)
"""In English and as they are called there; `+` stands for a blank."""
