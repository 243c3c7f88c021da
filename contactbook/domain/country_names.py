"""Countries of the world: ISO 3166 codes and their names in the main European languages.

Names of the countries from the Unicode CLDR (territories of the locale data), with the older and official
names that addresses carry. One country a line: two-letter code, three-letter code, the names, English first.
"""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

COUNTRIES = """
AD AND:Andorra | Andorre
AE ARE:United Arab Emirates | Vereinigte Arabische Emirate | Émirats arabes unis | Emiratos Árabes Unidos
  | UAE | U.A.E. | VAE | الإمارات
AF AFG:Afghanistan | Afganistán
AG ATG:Antigua & Barbuda | Antigua und Barbuda | Antigua-et-Barbuda | Antigua y Barbuda
AI AIA:Anguilla | Anguila
AL ALB:Albania | Albanien | Albanie
AM ARM:Armenia | Armenien | Arménie
AO AGO:Angola
AQ ATA:Antarctica | Antarktis | Antarctique | Antártida
AR ARG:Argentina | Argentinien | Argentine | Argentinië | Argentyna | Argentiina | Arjantin | Αργεντινή |
  Аргентина
AS ASM:American Samoa | Amerikanisch-Samoa | Samoa américaines | Samoa Americana
AT AUT:Austria | Österreich | Autriche | Oostenrijk | Österrike | Østrig | Itävalta | Rakousko | Ausztria
  | Avusturya | Rakúsko | Αυστρία | Австрия | Австрія | Republik Österreich | Republic of Austria
AU AUS:Australia | Australien | Australie | Ausztrália | Avustralya | Αυστραλία | Австралия | Австралія
AW ABW:Aruba
AX ALA:Åland Islands | Ålandinseln | Îles Åland | Islas Aland
AZ AZE:Azerbaijan | Aserbaidschan | Azerbaïdjan | Azerbaiyán
BA BIH:Bosnia & Herzegovina | Bosnien und Herzegowina | Bosnie-Herzégovine | Bosnia y Herzegovina | Bosna
  i Hercegovina | Bosnien-Herzegowina
BB BRB:Barbados | Barbade
BD BGD:Bangladesh | Bangladesch | Bangladés
BE BEL:Belgium | Belgien | Belgique | Bélgica | Belgio | België | Belgia | Belçika | Belgicko | Βέλγιο |
  Бельгия | Бельгія
BF BFA:Burkina Faso
BG BGR:Bulgaria | Bulgarien | Bulgarie | Bulgarije | Bulharsko | Bulgaristan | Βουλγαρία | Болгария |
  Болгарія
BH BHR:Bahrain | Bahreïn | Baréin
BI BDI:Burundi
BJ BEN:Benin
BL BLM:St. Barthélemy | Saint-Barthélemy | San Bartolomé
BM BMU:Bermuda | Bermudes | Bermudas
BN BRN:Brunei | Brunei Darussalam
BO BOL:Bolivia | Bolivien | Bolivie | Bolivia, Plurinational State of
BQ BES:Caribbean Netherlands | Karibische Niederlande | Pays-Bas caribéens | Caribe neerlandés
BR BRA:Brazil | Brasilien | Brésil | Brasil | Brasile | Brazilië | Brazylia | Brasilia | Brazília |
  Brezilya | Βραζιλία | Бразилия | Бразилія
BS BHS:Bahamas
BT BTN:Bhutan | Bhoutan | Bután
BV BVT:Bouvet Island | Bouvetinsel | Île Bouvet | Isla Bouvet
BW BWA:Botswana | Botsuana
BY BLR:Belarus | Biélorussie | Bielorrusia | Weißrussland | Bělorusko | Białoruś | Беларусь
BZ BLZ:Belize | Belice
CA CAN:Canada | Kanada | Καναδάς | Канада
CC CCK:Cocos (Keeling) Islands | Kokosinseln | Îles Cocos | Islas Cocos
CD COD:Congo - Kinshasa | Kongo-Kinshasa | República Democrática del Congo | Congo, Democratic Republic |
  DR Congo | Democratic Republic of the Congo
CF CAF:Central African Republic | Zentralafrikanische Republik | République centrafricaine | República
  Centroafricana
CG COG:Congo - Brazzaville | Kongo-Brazzaville | Congo | Republic of the Congo
CH CHE:Switzerland | Schweiz | Suisse | Suiza | Svizzera | Zwitserland | Szwajcaria | Suíça | Sveits |
  Sveitsi | Švýcarsko | Svájc | Elveția | İsviçre | Švajčiarsko | Ελβετία | Швейцария | Швейцарія | Swiss
  | Swiss Confederation | Schweizerische Eidgenossenschaft | CH-Schweiz
CI CIV:Côte d’Ivoire | Ivory Coast
CK COK:Cook Islands | Cookinseln | Îles Cook | Islas Cook
CL CHL:Chile | Chili | Cile | Şili | Χιλή | Чили | Чилі
CM CMR:Cameroon | Kamerun | Cameroun | Camerún
CN CHN:China | Chine | Cina | Chiny | Kina | Kiina | Çin | Κίνα | Китай | PRC | People's Republic of China
  | 中国 | 中國 | P.R. China
CO COL:Colombia | Kolumbien | Colombie
CR CRI:Costa Rica
CU CUB:Cuba | Kuba
CV CPV:Cape Verde | Cabo Verde | Cap-Vert | Kap Verde
CW CUW:Curaçao | Curazao
CX CXR:Christmas Island | Weihnachtsinsel | Île Christmas | Isla de Navidad
CY CYP:Cyprus | Zypern | Chypre | Chipre | Cipro | Cypr | Cypern | Kypros | Kypr | Ciprus | Cipru | Kıbrıs
  | Κύπρος | Кипр | Кіпр
CZ CZE:Czechia | Tschechien | Tchéquie | Chequia | Cechia | Tsjechië | Czechy | Tchéquia | Tjeckien |
  Tjekkiet | Tsjekkia | Tšekki | Česko | Csehország | Cehia | Çekya | Τσεχία | Чехия | Чехія | Czech
  Republic | Tschechische Republik | Česká republika | République tchèque | ČR | Repubblica Ceca |
  Republika Czeska | República Checa
DE DEU:Germany | Deutschland | Allemagne | Alemania | Germania | Duitsland | Niemcy | Alemanha | Tyskland
  | Saksa | Německo | Németország | Almanya | Γερμανία | Германия | Німеччина | BRD | Bundesrepublik
  Deutschland | Federal Republic of Germany | Republika Federalna Niemiec
DJ DJI:Djibouti | Dschibuti | Yibuti
DK DNK:Denmark | Dänemark | Dinamarca | Danimarca | Denemarken | Dania | Danmark | Tanska | Dánsko |
  Danemarca | Danimarka | Δανία | Дания | Данія
DM DMA:Dominica | Dominique
DO DOM:Dominican Republic | Dominikanische Republik | République dominicaine | República Dominicana
DZ DZA:Algeria | Algerien | Algérie | Argelia
EC ECU:Ecuador | Équateur
EE EST:Estonia | Estland | Estonie | Viro | Estonsko | Észtország | Estonya | Εσθονία | Эстония | Естонія
EG EGY:Egypt | Ägypten | Égypte | Egipto | Egitto | Egipt | Egito | Egypten | Egypti | Egyiptom | Mısır |
  Αίγυπτος | Египет | Єгипет | مصر
EH ESH:Western Sahara | Westsahara | Sahara occidental
ER ERI:Eritrea | Érythrée
ES ESP:Spain | Spanien | Espagne | España | Spagna | Spanje | Hiszpania | Espanha | Spania | Espanja |
  Španělsko | Spanyolország | İspanya | Španielsko | Ισπανία | Испания | Іспанія
ET ETH:Ethiopia | Äthiopien | Éthiopie | Etiopía
FI FIN:Finland | Finnland | Finlande | Finlandia | Suomi | Finsko | Finnország | Finlanda | Finlandiya |
  Φινλανδία | Финляндия | Фінляндія
FJ FJI:Fiji | Fidschi | Fidji | Fiyi
FK FLK:Falkland Islands | Falklandinseln | Îles Malouines | Islas Malvinas
FM FSM:Micronesia | Mikronesien | Micronésie
FO FRO:Faroe Islands | Färöer | Îles Féroé | Islas Feroe
FR FXX:France | Frankreich | Francia | Frankrijk | Francja | França | Frankrike | Frankrig | Ranska |
  Francie | Franciaország | Franța | Fransa | Francúzsko | Γαλλία | Франция | Франція | France
  métropolitaine | République française
GA GAB:Gabon | Gabun
GB GBR:United Kingdom | Vereinigtes Königreich | Royaume-Uni | Reino Unido | Regno Unito | Verenigd
  Koninkrijk | Wielka Brytania | Storbritannien | Storbritannia | Iso-Britannia | Spojené království |
  Egyesült Királyság | Regatul Unit | Birleşik Krallık | Spojené kráľovstvo | Ηνωμένο Βασίλειο |
  Великобритания | Велика Британія | UK | Great Britain | Großbritannien | Grande-Bretagne | Gran Bretagna
  | Gran Bretaña | England | Scotland | Wales | Northern Ireland
GD GRD:Grenada | Grenade | Granada
GE GEO:Georgia | Georgien | Géorgie
GF GUF:French Guiana | Französisch-Guayana | Guyane française | Guayana Francesa
GG GGY:Guernsey | Guernesey
GH GHA:Ghana
GI GIB:Gibraltar
GL GRL:Greenland | Grönland | Groenland | Groenlandia
GM GMB:Gambia | Gambie
GN GIN:Guinea | Guinée
GP GLP:Guadeloupe | Guadalupe
GQ GNQ:Equatorial Guinea | Äquatorialguinea | Guinée équatoriale | Guinea Ecuatorial
GR GRC:Greece | Griechenland | Grèce | Grecia | Griekenland | Grecja | Grekland | Grækenland | Hellas |
  Kreikka | Řecko | Görögország | Yunanistan | Grécko | Ελλάδα | Греция | Греція | Ellada
GS SGS:South Georgia & South Sandwich Islands | Südgeorgien und die Südlichen Sandwichinseln | Géorgie du
  Sud-et-les Îles Sandwich du Sud | Islas Georgia del Sur y Sandwich del Sur
GT GTM:Guatemala
GU GUM:Guam
GW GNB:Guinea-Bissau | Guinée-Bissau | Guinea-Bisáu
GY GUY:Guyana
HK HKG:Hong Kong SAR China | Sonderverwaltungsregion Hongkong | R.A.S. chinoise de Hong Kong | RAE de Hong
  Kong (China) | Hong Kong | Hongkong | 香港
HM HMD:Heard & McDonald Islands | Heard und McDonaldinseln | Îles Heard-et-MacDonald | Islas Heard y
  McDonald
HN HND:Honduras
HR HRV:Croatia | Kroatien | Croatie | Croacia | Croazia | Kroatië | Chorwacja | Kroatia | Chorvatsko |
  Horvátország | Hırvatistan | Κροατία | Хорватия | Хорватія | Republika Hrvatska | Republic of Croatia
HT HTI:Haiti
HU HUN:Hungary | Ungarn | Hongrie | Hungría | Ungheria | Hongarije | Węgry | Ungern | Unkari | Maďarsko |
  Magyarország | Ungaria | Macaristan | Ουγγαρία | Венгрия | Угорщина
ID IDN:Indonesia | Indonesien | Indonésie
IE IRL:Ireland | Irland | Irlande | Irlanda | Ierland | Irlandia | Irlanti | Irsko | Írország | Ιρλανδία |
  Ирландия | Ірландія | Republic of Ireland | Éire
IL ISR:Israel | Israele | Izrael | İsrail | Ισραήλ | Израиль | Ізраїль | ישראל
IM IMN:Isle of Man | Île de Man | Isla de Man
IN IND:India | Indien | Inde | Indie | Intia | Hindistan | Ινδία | Индия | Індія
IO IOT:British Indian Ocean Territory | Britisches Territorium im Indischen Ozean | Territoire britannique
  de l’océan Indien | Territorio Británico del Océano Índico
IQ IRQ:Iraq | Irak
IR IRN:Iran | Iran, Islamic Republic of
IS ISL:Iceland | Island | Islande | Islandia | Islanda | IJsland | Islanti | Izland | İzlanda | Ισλανδία |
  Исландия | Ісландія
IT ITA:Italy | Italien | Italie | Italia | Włochy | Olaszország | İtalya | Taliansko | Ιταλία | Италия |
  Італія
JE JEY:Jersey
JM JAM:Jamaica | Jamaika | Jamaïque
JO JOR:Jordan | Jordanien | Jordanie | Jordania
JP JPN:Japan | Japon | Giappone | Japonia | Japão | Japani | Japonsko | Japonya | Ιαπωνία | Япония |
  Японія | 日本
KE KEN:Kenya | Kenia
KG KGZ:Kyrgyzstan | Kirgisistan | Kirghizstan | Kirguistán
KH KHM:Cambodia | Kambodscha | Cambodge | Camboya
KI KIR:Kiribati
KM COM:Comoros | Komoren | Comores | Comoras
KN KNA:St. Kitts & Nevis | St. Kitts und Nevis | Saint-Christophe-et-Niévès | San Cristóbal y Nieves
KP PRK:North Korea | Nordkorea | Corée du Nord | Corea del Norte
KR KOR:South Korea | Südkorea | Corée du Sud | Corea del Sur | Corea del Sud | Zuid-Korea | Korea
  Południowa | Coreia do Sul | Sydkorea | Sør-Korea | Etelä-Korea | Jižní Korea | Dél-Korea | Coreea de
  Sud | Güney Kore | Južná Kórea | Νότια Κορέα | Республика Корея | Південна Корея | Korea | Republic of
  Korea | Korea, Republic of | 대한민국 | 한국
KW KWT:Kuwait | Koweït
KY CYM:Cayman Islands | Kaimaninseln | Îles Caïmans | Islas Caimán
KZ KAZ:Kazakhstan | Kasachstan | Kazajistán | Қазақстан | Казахстан
LA LAO:Laos | Lao People's Democratic Republic
LB LBN:Lebanon | Libanon | Liban | Líbano
LC LCA:St. Lucia | Sainte-Lucie | Santa Lucía
LI LIE:Liechtenstein
LK LKA:Sri Lanka
LR LBR:Liberia
LS LSO:Lesotho | Lesoto
LT LTU:Lithuania | Litauen | Lituanie | Lituania | Litouwen | Litwa | Liettua | Litva | Litvánia |
  Litvanya | Λιθουανία | Литва
LU LUX:Luxembourg | Luxemburg | Luxemburgo | Lussemburgo | Luksemburg | Lucembursko | Luxembursko |
  Λουξεμβούργο | Люксембург | Grand Duchy of Luxembourg
LV LVA:Latvia | Lettland | Lettonie | Letonia | Lettonia | Letland | Łotwa | Lotyšsko | Lettország |
  Letonya | Λετονία | Латвия | Латвія
LY LBY:Libya | Libyen | Libye | Libia
MA MAR:Morocco | Marokko | Maroc | Marruecos | Marocco | Maroko | Marrocos | Marocko | Fas | Μαρόκο |
  Марокко
MC MCO:Monaco
MD MDA:Moldova | Republik Moldau | Moldavie | Moldavia | Republic of Moldova | Moldova, Republic of
ME MNE:Montenegro
MF MAF:St. Martin | Saint-Martin | San Martín
MG MDG:Madagascar | Madagaskar
MH MHL:Marshall Islands | Marshallinseln | Îles Marshall | Islas Marshall
MK MKD:North Macedonia | Nordmazedonien | Macédoine du Nord | Macedonia del Norte | Macedonia | Mazedonien
  | Macédoine
ML MLI:Mali
MM MMR:Myanmar (Burma) | Myanmar | Myanmar (Birmanie) | Myanmar (Birmania) | Burma
MN MNG:Mongolia | Mongolei | Mongolie
MO MAC:Macao SAR China | Sonderverwaltungsregion Macau | R.A.S. chinoise de Macao | RAE de Macao (China) |
  Macau | Macao
MP MNP:Northern Mariana Islands | Nördliche Marianen | Îles Mariannes du Nord | Islas Marianas del Norte
MQ MTQ:Martinique | Martinica
MR MRT:Mauritania | Mauretanien | Mauritanie
MS MSR:Montserrat
MT MLT:Malta | Malte
MU MUS:Mauritius | Maurice | Mauricio
MV MDV:Maldives | Malediven | Maldivas
MW MWI:Malawi | Malaui
MX MEX:Mexico | Mexiko | Mexique | Messico | Meksyk | Meksiko | Mexic | Meksika | Μεξικό | Мексика |
  Méjico
MY MYS:Malaysia | Malaisie | Malasia
MZ MOZ:Mozambique | Mosambik
NA NAM:Namibia | Namibie
NC NCL:New Caledonia | Neukaledonien | Nouvelle-Calédonie | Nueva Caledonia
NE NER:Niger
NF NFK:Norfolk Island | Norfolkinsel | Île Norfolk | Isla Norfolk
NG NGA:Nigeria
NI NIC:Nicaragua
NL NLD:Netherlands | Niederlande | Pays-Bas | Países Bajos | Paesi Bassi | Nederland | Holandia | Países
  Baixos | Nederländerna | Nederlandene | Alankomaat | Nizozemsko | Hollandia | Țările de Jos | Hollanda |
  Holandsko | Κάτω Χώρες | Нидерланды | Нідерланди | Holland
NO NOR:Norway | Norwegen | Norvège | Noruega | Norvegia | Noorwegen | Norwegia | Norge | Norja | Norsko |
  Norveç | Νορβηγία | Норвегия | Норвегія
NP NPL:Nepal
NR NRU:Nauru
NU NIU:Niue
NZ NZL:New Zealand | Neuseeland | Nouvelle-Zélande | Nueva Zelanda | Aotearoa
OM OMN:Oman
PA PAN:Panama
PE PER:Peru | Pérou
PF PYF:French Polynesia | Französisch-Polynesien | Polynésie française | Polinesia Francesa
PG PNG:Papua New Guinea | Papua-Neuguinea | Papouasie-Nouvelle-Guinée | Papúa Nueva Guinea
PH PHL:Philippines | Philippinen | Filipinas
PK PAK:Pakistan
PL POL:Poland | Polen | Pologne | Polonia | Polska | Puola | Polsko | Lengyelország | Polonya | Πολωνία |
  Польша | Польща | RP | Rzeczpospolita Polska | Republic of Poland
PM SPM:St. Pierre & Miquelon | St. Pierre und Miquelon | Saint-Pierre-et-Miquelon | San Pedro y Miquelón
PN PCN:Pitcairn Islands | Pitcairninseln | Îles Pitcairn | Islas Pitcairn
PR PRI:Puerto Rico | Porto Rico
PS PSE:Palestinian Territories | Palästinensische Autonomiegebiete | Territoires palestiniens |
  Territorios Palestinos | Palestine | Palästina
PT PRT:Portugal | Portogallo | Portugalia | Portugali | Portugalsko | Portekiz | Πορτογαλία | Португалия |
  Португалія | República Portuguesa
PW PLW:Palau | Palaos
PY PRY:Paraguay
QA QAT:Qatar | Katar | Catar
RE REU:Réunion | La Réunion
RO ROU:Romania | Rumänien | Roumanie | Rumanía | Roemenië | Rumunia | Romênia | Rumænien | Rumunsko |
  Romanya | Ρουμανία | Румыния | Румунія
RS SRB:Serbia | Serbien | Serbie | Servië | Sérvia | Srbsko | Szerbia | Sırbistan | Σερβία | Сербия |
  Сербія | Srbija | Србија
RU RUS:Russia | Russland | Russie | Rusia | Rusland | Rosja | Ryssland | Venäjä | Rusko | Oroszország |
  Rusya | Ρωσία | Россия | Росія | Russian Federation | Российская Федерация
RW RWA:Rwanda | Ruanda
SA SAU:Saudi Arabia | Saudi-Arabien | Arabie saoudite | Arabia Saudí | KSA | السعودية
SB SLB:Solomon Islands | Salomonen | Îles Salomon | Islas Salomón
SC SYC:Seychelles | Seychellen
SD SDN:Sudan | Soudan
SE SWE:Sweden | Schweden | Suède | Suecia | Svezia | Zweden | Szwecja | Sverige | Ruotsi | Švédsko |
  Svédország | Suedia | İsveç | Σουηδία | Швеция | Швеція
SG SGP:Singapore | Singapur | Singapour
SH SHN:St. Helena | Sainte-Hélène | Santa Elena
SI SVN:Slovenia | Slowenien | Slovénie | Eslovenia | Słowenia | Slovenien | Slovinsko | Szlovénia |
  Slovenya | Σλοβενία | Словения | Словенія | Republika Slovenija
SJ SJM:Svalbard & Jan Mayen | Spitzbergen und Jan Mayen | Svalbard et Jan Mayen | Svalbard y Jan Mayen
SK SVK:Slovakia | Slowakei | Slovaquie | Eslovaquia | Slovacchia | Slowakije | Słowacja | Slovakien |
  Slovakiet | Slovensko | Szlovákia | Slovacia | Slovakya | Σλοβακία | Словакия | Словаччина | Slovak
  Republic | Slowakische Republik | Slovenská republika
SL SLE:Sierra Leone | Sierra Leona
SM SMR:San Marino | Saint-Marin
SN SEN:Senegal
SO SOM:Somalia | Somalie
SR SUR:Suriname | Surinam
SS SSD:South Sudan | Südsudan | Soudan du Sud | Sudán del Sur
ST STP:São Tomé & Príncipe | São Tomé und Príncipe | Sao Tomé-et-Principe | Santo Tomé y Príncipe
SV SLV:El Salvador | Salvador
SX SXM:Sint Maarten | Saint-Martin (partie néerlandaise)
SY SYR:Syria | Syrien | Syrie | Siria | Syrian Arab Republic
SZ SWZ:Eswatini | Esuatini | Swaziland | Swasiland
TC TCA:Turks & Caicos Islands | Turks- und Caicosinseln | Îles Turques-et-Caïques | Islas Turcas y Caicos
TD TCD:Chad | Tschad | Tchad
TF ATF:French Southern Territories | Französische Süd- und Antarktisgebiete | Terres australes françaises
  | Territorios Australes Franceses
TG TGO:Togo
TH THA:Thailand | Thaïlande | Tailandia | Thailandia | Tajlandia | Thaimaa | Thajsko | Thaiföld |
  Thailanda | Tayland | Ταϊλάνδη | Таиланд | Таїланд | ไทย | ประเทศไทย
TJ TJK:Tajikistan | Tadschikistan | Tadjikistan | Tayikistán
TK TKL:Tokelau
TL TLS:Timor-Leste | Timor oriental
TM TKM:Turkmenistan
TN TUN:Tunisia | Tunesien | Tunisie | Túnez
TO TON:Tonga
TR TUR:Türkiye | Türkei | Turquie | Turquía | Turchia | Turkije | Turcja | Turkiet | Tyrkiet | Tyrkia |
  Turkki | Turecko | Törökország | Turcia | Τουρκία | Турция | Туреччина | Turkey
TT TTO:Trinidad & Tobago | Trinidad und Tobago | Trinité-et-Tobago | Trinidad y Tobago
TV TUV:Tuvalu
TW TWN:Taiwan | 台灣 | 台湾 | Taiwan, Province of China
TZ TZA:Tanzania | Tansania | Tanzanie | Tanzania, United Republic of
UA UKR:Ukraine | Ucrania | Ucraina | Oekraïne | Ukraina | Ukrajina | Ukrajna | Ukrayna | Ουκρανία |
  Украина | Україна
UG UGA:Uganda | Ouganda
UM UMI:U.S. Outlying Islands | Amerikanische Überseeinseln | Îles mineures éloignées des États-Unis |
  Islas menores alejadas de EE. UU.
US USA:United States | Vereinigte Staaten | États-Unis | Estados Unidos | Stati Uniti | Verenigde Staten |
  Stany Zjednoczone | USA | Yhdysvallat | Spojené státy | Egyesült Államok | Statele Unite ale Americii |
  Amerika Birleşik Devletleri | Ηνωμένες Πολιτείες | Соединенные Штаты | Сполучені Штати | U.S.A. | U.S. |
  United States of America | Vereinigte Staaten von Amerika | EE. UU. | EUA | США | VS
UY URY:Uruguay
UZ UZB:Uzbekistan | Usbekistan | Ouzbékistan
VA VAT:Vatican City | Vatikanstadt | État de la Cité du Vatican | Ciudad del Vaticano | Vatican | Vatikan
  | Holy See | Città del Vaticano
VC VCT:St. Vincent & Grenadines | St. Vincent und die Grenadinen | Saint-Vincent-et-les Grenadines | San
  Vicente y las Granadinas
VE VEN:Venezuela | Venezuela, Bolivarian Republic of
VG VGB:British Virgin Islands | Britische Jungferninseln | Îles Vierges britanniques | Islas Vírgenes
  Británicas
VI VIR:U.S. Virgin Islands | Amerikanische Jungferninseln | Îles Vierges des États-Unis | Islas Vírgenes
  de EE. UU.
VN VNM:Vietnam | Viêt Nam
VU VUT:Vanuatu
WF WLF:Wallis & Futuna | Wallis und Futuna | Wallis-et-Futuna | Wallis y Futuna
WS WSM:Samoa
XK XKX:Kosovo
YE YEM:Yemen | Jemen
YT MYT:Mayotte
ZA ZAF:South Africa | Südafrika | Afrique du Sud | Sudáfrica | Zuid-Afrika | Republika Południowej Afryki
  | África do Sul | Sydafrika | Sør-Afrika | Etelä-Afrikka | Jihoafrická republika | Dél-afrikai
  Köztársaság | Africa de Sud | Güney Afrika | Južná Afrika | Νότια Αφρική | Южно-Африканская Республика |
  Південно-Африканська Республіка
ZM ZMB:Zambia | Sambia | Zambie
ZW ZWE:Zimbabwe | Simbabwe | Zimbabue
"""
