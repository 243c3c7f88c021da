"""The words by which tables in the main European languages and Japanese head their columns."""

from __future__ import annotations

from contactbook.domain.folding import fold

_WHOLE = {
    "given": "vorname adressattyp naturl person|rufname|"
    "first name|first|given name|given|forename|fname|vorname|vornamen|prenom|nombre|nombres|"
    "nome proprio|"
    "voornaam|roepnaam|imie|fornavn|fornamn|etunimi|ad|adi|isim|jmeno|krestni jmeno|keresztnev|prenume|"
    "nome de batismo|"
    "имя|名|contact first name|firstname",
    "family": "primer apellido|apellido paterno|apellido 1|segundo apellido|apellido materno|"
    "second last name|second surname|name adressattyp naturl person|"
    "last name|last|family name|family|surname|lname|sn|nachname|familienname|zuname|"
    "nom de famille|apellido|"
    "apellidos|cognome|achternaam|nazwisko|efternavn|etternavn|efternamn|sukunimi|soyad|soyadi|soyisim|"
    "prijmeni|"
    "vezeteknev|nume|nume de familie|sobrenome|apelido|фамилия|姓|contact last name|lastname",
    "middle": "m i|mi|namensvorsatz|vorsatzwort|adelstitel|"
    "middle name|middle|middle names|additional name|zweiter vorname|weitere vornamen|"
    "deuxieme prenom|"
    "segundo nombre|secondo nome|tweede voornaam|tussenvoegsel|drugie imie|mellemnavn|mellannamn|mellomnavn|"
    "ikinci ad|отчество|"
    "toinen nimi|middle initial",
    "prefix": "prefix|name prefix|salutation|honorific|honorific prefix|anrede|civilite|tratamiento|"
    "titel anrede|"
    "aanhef|zwrot grzecznosciowy|tiltale|form of address|hitap|akademischer titel|academic title",
    "suffix": "suffix|name suffix|honorific suffix|namenszusatz|suffixe|sufijo|suffisso|achtervoegsel|"
    "sufiks|sonek",
    "nickname": "nickname|nick name|nick|alias|spitzname|surnom|apodo|mote|soprannome|bijnaam|"
    "roepnaam bijnaam|pseudonim|"
    "kaldenavn|smeknamn|takma ad|takma adi|lempinimi",
    "full_name": "name vorname|nachname vorname|familienname vorname|vorname name|vorname nachname|"
    "vor und nachname|vor und zuname|name und vorname|last name first name|first name last name|"
    "first and last name|first last|nom et prenoms|prenom nom|prenom et nom|apellidos y nombre|"
    "apellidos nombre|nombre y apellidos|cognome e nome|cognome nome|nome e cognome|nome cognome|"
    "nazwisko i imie|imie nazwisko|voor en achternaam|for og efternavn|for och efternamn|navn efternavn|"
    "name adressattyp keine angabe|customer|client|cliente|klant|"
    "name|full name|fullname|display name|displayname|contact name|contact|person|names|"
    "vollstandiger name|"
    "anzeigename|nom complet|nom affiche|nom et prenom|nom prenom|nombre completo|nome completo|"
    "nome visualizzato|"
    "volledige naam|naam|weergavenaam|pelna nazwa|imie i nazwisko|nazwa wyswietlana|fulde navn|navn|"
    "vist navn|"
    "tam adi|ad soyad|adi soyadi|gorunen ad|namn|koko nimi|nimi|cn|common name|customer name|client name|"
    "ansprechpartner|kontakt|kunde|nom|nome|contact person|ansprechpartnerin|kontaktperson|interlocuteur|"
    "persona de contacto|persona di contatto|referente|contactpersoon|osoba kontaktowa|ilgili kisi|"
    "氏名|姓名|名前|saved name",
    "file_as": "sort name|sortname|sortiername|file as|speichern unter|classer sous|archivar como",
    "organization": "current employer|related company|default address company|address company|"
    "billing company|"
    "rechnungsfirma|name adressattyp unternehmen|"
    "company|company name|organization|organisation|org|organization name|account name|"
    "employer|"
    "business|business name|firm|firma|firmenname|unternehmen|societe|entreprise|empresa|compania|"
    "organizacion|"
    "azienda|societa|ditta|organizzazione|bedrijf|bedrijfsnaam|organisatie|nazwa firmy|organizacja|"
    "virksomhed|"
    "firmanavn|foretag|yritys|sirket|kurulus|kurum|spolecnost|ceg|companie|associated company|o|会社名|会社|"
    "公司",
    "department": "department|dept|division|abteilung|bereich|departement|departamento|reparto|dipartimento|"
    "afdeling|dzial|wydzial|afdeling afd|avdelning|osasto|bolum|departman|oddeleni|ou|org unit|部署|部门",
    "job_title": "meslegi|meslek|zawod|yrke|erhverv|beroep|professione|profesion|"
    "job title|jobtitle|job|job position|position|occupation|position title|title job|title|"
    "berufsbezeichnung|stelle|"
    "funktion|beruf|poste|fonction|profession|puesto|cargo|posizione lavorativa|qualifica|mansione|functie|"
    "functietitel|stanowisko|stilling|befattning|yrkestitel|tehtavanimike|is unvani|unvan|gorev|pozice|"
    "funkce|arbeitstitel|役職|职位",
    "role": "role|rolle|rol|ruolo|rola",
    "note": "beschreibung|observations|descripcion|descrizione|"
    "notes|note|comments|comment|remarks|memo|description|notizen|notiz|bemerkung|bemerkungen|"
    "anmerkung|"
    "anmerkungen|kommentar|remarques|remarque|commentaires|commentaire|notas|nota|comentarios|observaciones|"
    "observacoes|annotazioni|commenti|notities|opmerkingen|opmerking|notatki|uwagi|noter|bemaerkninger|"
    "anteckningar|"
    "muistiinpanot|notlar|aciklama|poznamka|poznamky|megjegyzes|メモ|备注",
    "date:birthday": "geb|geb am|geboren|geboren am|ne le|nee le|ne e le|d o b|nato il|nacido|"
    "birthday|birth date|birthdate|date of birth|dob|bday|born|geburtstag|geburtsdatum|"
    "geb datum|anniversaire|date de naissance|naissance|cumpleanos|fecha de nacimiento|nacimiento|compleanno|"
    "data di nascita|verjaardag|geboortedatum|urodziny|data urodzenia|fodselsdag|fodselsdato|fodelsedag|"
    "fodelsedatum|syntymapaiva|syntymaaika|dogum gunu|dogum tarihi|narozeniny|datum narozeni|"
    "data de nascimento|"
    "aniversario natalicio|誕生日|生日|f nacimiento|f nac|fecha nac|fecha de nac",
    "date:anniversary": "anniversary|wedding|wedding anniversary|jahrestag|hochzeitstag|"
    "anniversaire de mariage|"
    "aniversario|anniversario|trouwdag|rocznica|arsdag|bryllupsdag|vuosipaiva|yil donumu|evlilik yil donumu|"
    "記念日",
    "gender": "gender|sex|geschlecht|sexe|genre|sexo|genero|sesso|geslacht|plec|kon|kjonn|sukupuoli|"
    "cinsiyet|性別",
    "language": "language|preferred language|sprache|langue|idioma|lingua|taal|jezyk|sprog|sprak|kieli|dil|"
    "言語",
    "tags": "categories|category|tags|tag|labels|label|groups|group|group membership|lists|list|kategorie|"
    "kategorien|"
    "gruppe|gruppen|schlagworter|categorie|groupe|groupes|etiquettes|categoria|categorias|etiquetas|grupo|"
    "grupos|"
    "gruppo|gruppi|etichette|categorieen|groep|groepen|grupa|grupy|etykiety|kategorier|grupper|ryhma|ryhmat|"
    "kategoriler|grup|gruplar|etiketler|分類",
    "uid": "uid|vcard uid",
    "photo": "photo|photo url|picture|image|avatar|avatar url|foto|bild",
    "relation:spouse": "spouse|spouse name|wife|husband|ehepartner|partner|conjoint|conyuge|coniuge|"
    "partner naam|"
    "malzonek|aegtefaelle|es|配偶者",
    "relation:child": "children|kinder|enfants|hijos|figli|kinderen|dzieci|born children|cocuklar|子供",
    "relation:manager": "manager|manager s name|managers name|manager name|vorgesetzter|"
    "name des der vorgesetzten|jefe|"
    "マネージャー",
    "relation:assistant": "assistant|assistant s name|assistants name|assistant name|assistent|assistentin|"
    "秘書の氏名",
    "relation:referred by": "referred by|empfohlen von|recommande par",
    "address.formatted": "address|full address|mailing address|postal address|anschrift|postanschrift|"
    "adresse complete|direccion completa|indirizzo completo|volledig adres|home address block|地址|通讯地址",
    "address.line": "city state zip|city st zip|csz|plz ort|plz und ort|plz wohnort|plz stadt|cp ville|"
    "code postal ville|code postal et ville|cp localidad|cap citta|postcode plaats|postcode en plaats|"
    "kod pocztowy miasto|kod i miasto",
    "address.street:work": "po address line|mailing street",
    "address.locality:work": "po city|mailing city",
    "address.region:work": "po region|mailing state|mailing state province",
    "address.postal_code:work": "po postal code|mailing postal code|mailing zip|mailing zip postal code",
    "address.country:work": "po country|mailing country",
    "address.postal_code": "p code|pcode",
    "address.street2": "supplemental address",
    "address.street:other": "sa address line",
    "address.locality:other": "sa city",
    "address.region:other": "sa region",
    "address.postal_code:other": "sa postal code",
    "address.country:other": "sa country",
    "address.house": "hausnr|hausnummer|haus nr|huisnummer|huisnr|house number|house no|nr domu|numer domu|"
    "nr domu lokalu|husnummer|husnr|numero civico|civico|numero de calle",
    "url:home page": "home page|homepage|personal website|website home page",
    "url:blog": "blog|website blog",
    "url:profile": "profile|website profile|google profile|profile url|linkedin|linkedin url|"
    "linkedin profile|"
    "facebook|facebook url|twitter url|instagram url",
    "url:other": "website other",
    "chat:skype": "skype|skype id|skype name|im skype",
    "chat:icq": "icq|icq id|im icq",
    "chat:aim": "aim|aim id|im aim|aol",
    "chat:msn": "msn|msn id|im msn",
    "chat:yahoo": "yahoo|yahoo id|im yahoo",
    "chat:jabber": "jabber|xmpp|im jabber|jabber id",
    "chat:whatsapp": "whatsapp|whatsapp number",
    "chat:telegram": "telegram",
    "chat:signal": "signal",
    "chat:qq": "qq|qq id",
    "chat:irc": "irc|irc id",
    "chat:googletalk": "google talk|gtalk|google id|google chat",
    "chat": "im|im address|instant messenger|messenger|screen name|chat",
    "social:twitter": "twitter|twitter handle|x handle",
    "social:instagram": "instagram|instagram handle",
    "social:mastodon": "mastodon|fediverse",
    "phone:company main": "company main phone|company phone|main number|switchboard|zentrale",
    "phone:assistant": "assistant s phone|assistants phone|assistant phone|phone assistant",
    "phone:primary": "primary phone",
    "phone:callback": "callback|callback phone",
    "phone:home": "hemtelefon|hjemmetelefon|hustelefon|tel eve|tel evening|evening phone|eve phone|ph h|"
    "phone h|h phone|tel h|tel p|tel priv",
    "phone:work": "ddi|ddi number|arbetstelefon|arbejdstelefon|jobtelefon|tel day|day phone|daytime phone|"
    "direct phone|direct line|durchwahl|direct dial|"
    "ph w|ph o|phone w|phone o|w phone|tel w|tel g|tel d|tel gesch|tel dienstl",
    "phone:mobile": "携帯電話|携帯電話番号|携帯番号|"
    "telefon kom|tel kom|nr kom|ph c|ph m|phone c|phone m|c phone|tel m|tel mob|handynr",
    "email": "primary email|primary email address|email primary|user email|contact email|mail address",
}

WHOLE = {fold(text): spec for spec, texts in _WHOLE.items() for text in texts.split("|")}
"""Whole headings to the short text of their target."""

ADDRESSES = frozenset("address adresse anschrift direccion indirizzo".split())
"""Words before a part of an address: "Adresse PLZ"."""

_PLACES = {
    "home": "home|private|personal|privat|private|privee|prive|personnel|personnelle|domicile|particular|"
    "casa|personale|"
    "abitazione|thuis|domowy|domowe|domowa|prywatny|prywatna|dom|hjem|hem|koti|ev|kisisel|domu|otthoni|"
    "hjemme|自宅",
    "work": "work|business|office|company|corporate|geschaftlich|dienstlich|buro|arbeit|firma|travail|bureau|"
    "professionnel|professionnelle|pro|trabajo|oficina|negocios|lavoro|ufficio|aziendale|werk|zakelijk|"
    "kantoor|praca|"
    "sluzbowy|sluzbowe|sluzbowa|biuro|arbejde|kontor|arbete|tyo|is|prace|billing|mailing|会社|勤務先",
    "other": "alt|"
    "other|alternate|alternative|secondary|weitere|weiterer|weiteres|andere|sonstige|autre|otro|"
    "otra|altro|altra|"
    "anders|overig|overige|inny|inna|inne|andet|anden|annan|muu|diger|jine|shipping|その他",
}

PLACES = {fold(word): place for place, words in _PLACES.items() for word in words.split("|")}
"""Words that say where a phone, an address or a mailbox belongs."""

_DEVICES = {
    "mobile": "mob|kom|"
    "mobile|mobil|cell|cellular|handy|mobiltelefon|mobilnummer|mobiltel|portable|movil|celular|"
    "cellulare|mobiel|"
    "mobielnummer|komorka|komorkowy|komorkowe|gsm|matkapuhelin|cep|telemovel|mobilni|cellphone|natel|携帯|手机|手机号|手机号码",
    "fax": "fax|telefax|telecopie|faks|telefaks|faxnummer",
    "pager": "pager|beeper|funkruf|personsoker",
    "video": "video",
    "car": "car|autotelefon",
    "isdn": "isdn",
    "telex": "telex",
    "textphone": "tty|tdd",
    "radio": "radio",
    "callback": "callback|ruckruf",
    "main": "main|haupt|hauptnummer",
    "assistant": "assistant|assistants",
}

DEVICES = {fold(word): device for device, words in _DEVICES.items() for word in words.split("|")}
"""Words that say what kind of telephone it is."""

PLACED_DEVICES = frozenset({"mobile", "fax", "pager", "video", "text"})
"""Devices that a place can stand before: "work fax"."""

FILLERS = frozenset(
    "no nr num number nummer numero numer numara numarasi address adresse of de der die das du la le the s "
    "id value "
    "primary main contact my preferred fixe fixed fijo fisso stacjonarny 1 2 3".split()
) - {"address", "adresse", "main", "id"}
"""Words that add nothing."""

RECORDS = frozenset(
    "person people contact client customer donor member patient student guest tenant supplier vendor lead "
    "user employee volunteer attendee recipient individual default kunde mitglied spender patient schuler "
    "gast mieter lieferant "
    "mitarbeiter teilnehmer membre donateur cliente socio klant lid klient klientin".split()
)
"""What a row is about: "Person - Name", "Donor Name" and "Member First Name" say the same as without it."""

_THINGS = {
    "phone": "ph|phone|telephone|tel|phone number|telephone number|telefon|telefonnummer|rufnummer|tel nr|"
    "festnetz|"
    "telefono|telefone|telefoon|telefoonnummer|puhelin|puhelinnumero|landline|phones|telefon numarasi|"
    "telefonu|numer telefonu|telefonnr|"
    "telefonnr|fon|numero de telefono|numero di telefono|voice|call|電話|電話番号|电话|电话号码|座机",
    "email": "email addr|mail addr|e mail addr|email adr|"
    "email|e mail|mail|email address|e mail address|emails|mail address|e mail adresse|"
    "email adresse|"
    "mailadresse|adresse e mail|adresse email|adresse mail|adresse electronique|courriel|correo|"
    "correo electronico|"
    "direccion de correo|direccion de correo electronico|posta elettronica|indirizzo e mail|indirizzo email|"
    "indirizzo di posta elettronica|mailadres|e mailadres|emailadres|email adres|adres e mail|adres email|"
    "e mail adres|e mailadresse|e post|epost|e postadress|sahkoposti|e posta|eposta|e posta adresi|"
    "電子メール|メール|メールアドレス|emailadresse|邮箱|电子邮件|电子邮箱",
    "url": "website|web site|web page|webpage|web|url|homepage|site|webseite|internetseite|internet|"
    "site web|page web|"
    "pagina web|sitio web|sito|sito web|webpagina|strona|strona www|strona internetowa|www|webside|"
    "hjemmeside|"
    "hemsida|webbplats|verkkosivu|web sitesi|web sayfasi|website url",
    "address.street": "street address line|addr line|adresi|gatuadress|gadeadresse|gateadresse|"
    "addr|street|street address|address line|address|strasse|str|"
    "strasse und hausnummer|rue|"
    "calle|via|"
    "indirizzo|direccion|straat|adres|ulica|vej|gade|gate|gata|adresse|katu|katuosoite|osoite|sokak|cadde|"
    "ulice|utca|"
    "street name|address street|番地|住所",
    "address.locality": "postort|poststed|ilce|semt|"
    "city|town|locality|suburb|ort|stadt|wohnort|ville|localite|ciudad|poblacion|"
    "localidad|citta|"
    "comune|localita|plaats|woonplaats|stad|miasto|miejscowosc|by|postnummer og by|kaupunki|postitoimipaikka|"
    "sehir|il ilce|mesto|varos|cidade|address city|市町村|市区町村|城市",
    "address.region": "prov|province code|state code|region code|"
    "state|region|province|county|state province|state region|bundesland|land kanton|"
    "kanton|"
    "departement region|etat|estado|provincia|regione|provincie|staat|wojewodztwo|stat|lan|maakunta|il|"
    "eyalet|kraj|"
    "address state|address region|都道府県",
    "address.postal_code": "zip|zip code|zipcode|postal code|postcode|post code|postalcode|plz|postleitzahl|"
    "code postal|"
    "codigo postal|cp|cap|codice postale|kod pocztowy|kod|postnummer|postnr|postinumero|posta kodu|psc|"
    "iranyitoszam|"
    "pin code|pincode|zip postal code|postal zip|郵便番号|邮编|邮政编码",
    "address.country": "country|country region|land|land region|staat land|nation|"
    "pays|pais|paese|nazione|stato|"
    "kraj panstwo|panstwo|"
    "maa|ulke|zeme|orszag|tara|address country|国|国家",
    "address.po_box": "po box|p o box|postfach|pobox|boite postale|apartado|casella postale|postbus|"
    "skrytka pocztowa|"
    "postboks|postlokero|posta kutusu|address po box",
    "address.extended": "apartment|apt|suite|unit|floor|building|c o|co|adresszusatz|address extended",
    "address.country_code": "country code|country iso",
}

THINGS = {fold(word): thing for thing, words in _THINGS.items() for word in words.split("|")}
"""What a column holds, once the words for the place are taken off."""

SECOND_FAMILY = frozenset(
    {"segundo apellido", "apellido materno", "apellido 2", "second last name", "second surname"}
)
"""Headings of a further family name, which stands behind the first one."""

CONTACT_PERSONS = frozenset(
    {"ansprechpartner", "ansprechpartnerin", "kontaktperson", "contact person", "contact name", "contact"}
    | {"interlocuteur", "persona de contacto", "persona di contatto", "referente", "contactpersoon"}
    | {"osoba kontaktowa", "ilgili kisi"}
)
"""Headings of the person behind a customer that is a company."""

NO_PHONES = frozenset(
    "tax vat ust ustid steuer tva iva nip regon siret siren nif cif ein abn ico dic id iban bic "
    "account konto bank order invoice rechnung reference ref customer serial policy contract vertrag "
    "passport social insurance licence license amount total price".split()
)
"""Words of headings under which numbers are none of telephones, whatever they look like."""

KIND_HEADINGS = frozenset("type typ kind art tipo soort rodzaj tyyppi turu tip record".split())
"""Words of headings under which it may stand whether a row is of a person or of a company."""

COMPANY_KINDS = frozenset(
    "company companies organization organisation organisations org business firm firma unternehmen "
    "societe entreprise organisme empresa organizacion azienda "
    "societa bedrijf organisatie organizacja przedsiebiorstwo virksomhed foretag yritys sirket".split()
) | {"juristische person", "legal entity", "legal person"}
PERSON_KINDS = frozenset(
    "person people individual contact human household privatperson privat private haushalt personne "
    "particulier persona particular privato persoon osoba henkilo kisi".split()
) | {"naturliche person", "natural person", "private person"}
"""Words for the two kinds of contacts, in columns that tell them apart."""

COMPANY_TITLES = frozenset(
    {"firma", "company", "societe", "firm", "azienda", "empresa", "bedrijf", "an firma"}
)
"""What stands where a form of address is asked for and the row is of a company."""
