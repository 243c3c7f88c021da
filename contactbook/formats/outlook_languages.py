"""The headings of Outlook's export in other languages than English, all in the order of SPECS.

Where Outlook itself leaves headings in English (much of the Spanish ones), they are missing here: "-".
"""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

from contactbook.formats.dialect import pairs

_SPECS = """
prefix given middle family suffix organization department job_title
address.street:work address.street2:work address.street3:work address.locality:work address.region:work
address.postal_code:work address.country:work
address.street:home address.street2:home address.street3:home address.locality:home address.region:home
address.postal_code:home address.country:home
address.street:other address.street2:other address.street3:other address.locality:other address.region:other
address.postal_code:other address.country:other
phone:assistant phone:work_fax phone:work phone:work phone:callback phone:car phone:company_main
phone:home_fax phone:home phone:home phone:isdn phone:mobile phone:other_fax phone:other
phone:pager phone:primary
phone:radio phone:textphone phone:telex
field date:anniversary relation:assistant field date:birthday address.po_box:work tags relation:child
email#1 email.type#1 email.name#1 email#2 email.type#2 email.name#2 email#3 email.type#3 email.name#3
gender? field field address.po_box:home initials field? field relation:manager field note field
address.po_box:other field? field field? relation:spouse field field field field url
field phonetic_given phonetic_family
"""
SPECS = tuple(spec.replace("_fax", " fax").replace("company_main", "company main") for spec in _SPECS.split())
"""What the headings mean, in their order."""

_GERMAN = """
Anrede | Vorname | Weitere Vornamen | Nachname | Suffix | Firma | Abteilung | Position |
Straße geschäftlich | Straße geschäftlich 2 | Straße geschäftlich 3 | Ort geschäftlich |
Region geschäftlich | Postleitzahl geschäftlich | Land/Region geschäftlich | Straße privat |
Straße privat 2 | Straße privat 3 | Ort privat | Bundesland/Kanton privat | Postleitzahl privat |
Land/Region privat | Weitere Straße | Weitere Straße 2 | Weitere Straße 3 | Weiterer Ort |
Weiteres/r Bundesland/Kanton | Weitere Postleitzahl | Weiteres/e Land/Region | Telefon Assistent |
Fax geschäftlich | Telefon geschäftlich | Telefon geschäftlich 2 | Rückmeldung | Autotelefon |
Telefon Firma | Fax privat | Telefon privat | Telefon privat 2 | ISDN | Mobiltelefon | Weiteres Fax |
Weiteres Telefon | Pager | Haupttelefon | Mobiltelefon 2 | Telefon für Hörbehinderte | Telex | Konto |
Jahrestag | Name Assistent | Abrechnungsinformation | Geburtstag | Postfach geschäftlich | Kategorien |
Kinder | E-Mail-Adresse | E-Mail-Typ | E-Mail: Angezeigter Name | E-Mail 2: Adresse | E-Mail 2: Typ |
E-Mail 2: Angezeigter Name | E-Mail 3: Adresse | E-Mail 3: Typ | E-Mail 3: Angezeigter Name | Geschlecht |
Regierungsnr. | Hobby | Postfach privat | Initialen | Internet-Frei/Gebucht | Ort |
Name des/der Vorgesetzten | Reisekilometer | Notizen | Büro | Weiteres Postfach | Priorität | Beruf |
Vertraulichkeit | Partner | Benutzer 1 | Benutzer 2 | Benutzer 3 | Benutzer 4 | Webseite | Firma Yomi |
Vorname Yomi | Nachname Yomi
"""

_FRENCH = """
Titre | Prénom | Deuxième prénom | Nom | Suffixe | Société | Service | Titre | Rue (bureau) |
Rue (bureau) 2 | Rue (bureau) 3 | Ville (bureau) | Dép/Région (bureau) | Code postal (bureau) |
Pays/Région (bureau) | Rue (domicile) | Rue (domicile) 2 | Rue (domicile) 3 | Ville (domicile) |
Dép/Région (domicile) | Code postal (domicile) | Pays/Région (domicile) |
Rue (autre) | Rue (autre) 2 |
Rue (autre) 3 | Ville (autre) | Dép/Région (autre) | Code postal (autre) | Pays/Région (autre) |
Téléphone de l'assistant(e) | Télécopie (bureau) | Téléphone (bureau) | Téléphone 2 (bureau) | Rappel |
Téléphone (voiture) | Téléphone société | Télécopie (domicile) | Téléphone (domicile) |
Téléphone 2 (domicile) | RNIS | Tél. mobile | Télécopie (autre) | Téléphone (autre) |
Récepteur de radiomessagerie | Téléphone principal | Radio téléphone | Téléphone TDD/TTY | Télex | Compte |
Anniversaire de mariage ou fête | Nom de l'assistant(e) | Informations facturation | Anniversaire |
B.P. professionnelle | Catégories | Enfants | Adresse de messagerie | Type de messagerie |
Nom complet de l'adresse de messagerie | Adresse de messagerie 2 | Type de messagerie 2 |
Nom complet de l'adresse de messagerie 2 | Adresse de messagerie 3 | Type de messagerie 3 |
Nom complet de l'adresse de messagerie 3 | Sexe | Code gouvernement | Passe-temps |
Boîte postale du domicile | Initiales | Disponibilité Internet | Emplacement | Responsable | Kilométrage |
Notes | Bureau | Autre boîte postale | Priorité | Profession | Critère de diffusion | Conjoint(e) |
Utilisateur 1 | Utilisateur 2 | Utilisateur 3 | Utilisateur 4 | Page Web | Société Yomi | Prénom Yomi |
Nom Yomi
"""

_SPANISH = """
- | Nombre | Segundo nombre | Apellidos | - | Organización | - | Puesto | Calle del trabajo |
Calle del trabajo 2 | Calle del trabajo 3 | Ciudad de trabajo | Provincia o estado de trabajo |
Código postal del trabajo | País o región del trabajo | - | - | - | - | - | - |
País o región del domicilio | Otra calle | Otra calle 2 | Otra calle 3 | Otra ciudad |
Otra provincia o estado | Otro código postal | Otro país o región | - | - | Teléfono del trabajo | - |
Devolución de llamada | - | Número de centralita de la organización | - | Particular | - | - | - |
Otro fax | Otro teléfono | - | Teléfono principal | Radioteléfono | Número de teletipo | Télex | - | - | - |
Facturación | - | Apartado postal de la dirección del trabajo | Categorías | Hijos |
Dirección de correo electrónico | Tipo de correo electrónico | Nombre de pantalla de correo electrónico |
Dirección de correo electrónico 2 | Tipo de correo electrónico 2 |
Nombre de pantalla de correo electrónico 2 | Dirección del correo electrónico 3 |
Tipo de correo electrónico 3 | Nombre de pantalla de correo electrónico 3 | Género | - | Aficiones |
Apartado postal de la dirección personal | - | - | - | Nombre del director | Kilometraje | - | - |
Otro apartado postal | Prioridad | Profesión | Confidencialidad | - | Usuario 1 | Usuario 2 | Usuario 3 |
Usuario 4 | Página web | Compañía Yomi | Yomi especificada | Apellido Yomi
"""

_ITALIAN = """
Titolo | Nome | Secondo nome | Cognome | Titolo straniero | Società | Reparto | Posizione | Via (uff.) |
Via (uff.) 2 | Via (uff.) 3 | Città (uff.) | Provincia (uff.) | CAP (uff.) | Paese (uff.) | Via (ab.) |
Via (ab.) 2 | Via (ab.) 3 | Città (ab.) | Provincia (ab.) | CAP (ab.) | Paese (ab.) | Altra via |
Altra via 2 | Altra via 3 | Altra città | Altra provincia | Altro CAP | Altro paese | Telefono assistente |
Fax (uff.) | Ufficio | Ufficio 2 | Richiamata automatica | Telefono auto | Telefono principale società |
Fax (ab.) | Abitazione | Abitazione 2 | ISDN | Cellulare | Altro fax | Altro telefono | Cercapersone |
Telefono principale | Radiotelefono | Telefono TTY/TDD | Telex | Account | Anniversario | Nome assistente |
Dati fatturazione | Compleanno | Indirizzo (uff.) - Casella postale | Categorie | Figli |
Indirizzo posta elettronica | Tipo posta elettronica | Nome visualizzato posta elettronica |
Indirizzo posta elettronica 2 | Tipo posta elettronica 2 | Nome visualizzato posta elettronica 2 |
Indirizzo posta elettronica 3 | Tipo posta elettronica 3 | Nome visualizzato posta elettronica 3 | Sesso |
Cod. Fisc./P. IVA | Hobby | Indirizzo (ab.) - Casella postale | Iniziali | Disponibilità Internet | Luogo |
Nome manager | Indennità trasferta | Note | Ubicazione ufficio | Altro indirizzo - Casella postale |
Priorità | Professione | Riservatezza | Nome coniuge | Utente 1 | Utente 2 | Utente 3 | Utente 4 |
Pagina Web | - | - | -
"""

_DUTCH = """
Titel | Voornaam | Middelste naam | Achternaam | Achtervoegsel | Bedrijf | Afdeling | Functie |
Werkadres, straat | Werkadres 2, straat | Werkadres 3, straat | Werkadres, plaats | Werkadres, provincie |
Werkadres, postcode | Land/regio (werk) | Huisadres, straat | Huisadres, straat 2 | Huisadres, straat 3 |
Huisadres, plaats | Huisadres, provincie | Huisadres, postcode | Land/regio (thuis) | Ander adres, straat |
Ander adres, straat 2 | Ander adres, straat 3 | Ander adres, plaats | Ander adres, provincie |
Ander adres, postcode | Land/regio (anders) | Telefoon assistent | Fax op werk | Telefoon op werk |
Telefoon op werk 2 | Terugbellen | Autotelefoon | Hoofdtelefoon bedrijf | Fax thuis | Telefoon thuis |
Telefoon thuis 2 | ISDN | Mobiele telefoon | Andere fax | Andere telefoon | Pager | Hoofdtelefoon |
Radiotelefoon | Teksttelefoon | Telex | Account | Speciale datum | Naam assistent | Factuurinformatie |
Verjaardag | Werkadres, postbusnummer | Categorieën | Kinderen | E-mailadres | E-mailtype |
Weergavenaam voor e-mail | E-mailadres 2 | E-mailtype 2 | E-mail, weergegeven naam 2 | E-mailadres 3 |
E-mailtype 3 | E-mail, weergegeven naam 3 | Geslacht | Sofinummer | Hobby's | Huisadres, postbusnummer |
Initialen | Internet Beschikbaarheidsinfo | Locatie | Naam manager | Reisafstand | Notities |
Kantoorlocatie | Ander adres, postbusnummer | Prioriteit | Beroep | Gevoeligheid | Partner | Gebruiker 1 |
Gebruiker 2 | Gebruiker 3 | Gebruiker 4 | Webpagina | - | - | -
"""

_POLISH = """
Tytuł | Imię | Drugie imię | Nazwisko | Sufiks | Firma | Dział | Stanowisko | Adres służbowy - ulica |
Adres służbowy - ulica 2 | Adres służbowy - ulica 3 | Adres służbowy - miejscowość |
Adres służbowy - województwo | Adres służbowy - kod pocztowy | Adres służbowy - kraj/region |
Adres domowy - ulica | Adres domowy - ulica (2) | Adres domowy - ulica (3) | Adres domowy - miejscowość |
Adres domowy - województwo | Adres domowy - kod pocztowy | Adres domowy - kraj/region | Inny adres - ulica |
Inny adres - ulica 2 | Inny adres - ulica 3 | Inny adres - miejscowość | Inny adres - województwo |
Inny adres - kod pocztowy | Inny adres - kraj/region | Telefon asystenta | Faks służbowy |
Telefon służbowy | Telefon służbowy 2 | Wywołanie zwrotne | Telefon w samochodzie |
Główny telefon do firmy | Faks domowy | Telefon domowy | Telefon domowy 2 | ISDN | Telefon komórkowy |
Inny faks | Inny telefon | Pager | Telefon podstawowy | Radiotelefon | Telefon TTY/TDD | Teleks | Konto |
Rocznica | Imię i nazwisko asystenta | Informacje rozliczeniowe | Urodziny | Służbowa skrzynka pocztowa |
Kategorie | Dzieci | Adres e-mail | Typ poczty e-mail | Wyświetlana nazwa e-mail | Adres e-mail 2 |
Rodzaj e-mail 2 | Wyświetlana nazwa e-mail 2 | Adres e-mail 3 | Rodzaj e-mail 3 |
Wyświetlana nazwa e-mail 3 | Płeć | PESEL | Hobby | Domowa skrzynka pocztowa | Inicjały |
Internetowe informacje wolny/zajęty | Lokalizacja | Menedżer | Przebieg | Notatki | Lokalizacja biura |
Inna skrzynka pocztowa | Priorytet | Zawód | Charakter | Współmałżonek | Użytkownik 1 | Użytkownik 2 |
Użytkownik 3 | Użytkownik 4 | Strona sieci Web | Firma Yomi | Imię Yomi | Nazwisko Yomi
"""

_DANISH = """
Titel | Fornavn | Mellemnavn | Efternavn | Suffiks | Firma | Afdeling | Stilling | Gade (arbejde) |
Gade 2 (firma) | Gade 3 (firma) | By (arbejde) | Område (arbejde) | Postnummer (arbejde) |
Land/område (arbejde) | Gade (privat) | Gade 2 (privat) | Gade 3 (privat) | By (privat) | Område (privat) |
Postnummer (privat) | Land/område (privat) | Anden gade | Anden gade 2 | Anden gade 3 | Anden by |
Andet område | Andet postnummer | Andet land/område | Assistentens telefon | Fax (arbejde) |
Telefon (arbejde) | Telefon 2 (arbejde) | Tilbagekald | Biltelefon | Primær telefon (firma) | Fax (privat) |
Telefon (privat) | Telefon 2 (privat) | ISDN | Mobiltelefon | Anden fax | Anden telefon | Personsøger |
Primær telefon | Radiotelefon | TTY/TDD-telefon | Telex | Konto | Mærkedag | Assistentens navn |
Takstoplysninger | Fødselsdag | Adresse, postboks (arbejde) | Kategorier | Børn | E-mail-adresse |
E-mail-type | E-mail-vist navn | E-mail 2-adresse | E-mail 2-type | E-mail 2-vist navn | E-mail 3-adresse |
E-mail 3-type | E-mail 3-vist navn | Køn | Se-nr. | Hobby | Adresse, postboks (privat) | Initialer |
Ledig/optaget via internettet | Sted | Navn på overordnet | Kørte kilometer | Notater | Kontoradresse |
Anden adresse, postboks | Prioritet | Profession | Følsomhed | Ægtefælle | Bruger 1 | Bruger 2 | Bruger 3 |
Bruger 4 | webside | - | - | -
"""

_TURKISH = """
Unvan | İlk Adı | İkinci Adı | Soyadı | Sonek | Şirket | Bölüm | İş Unvanı | İş-Cadde | İş-Cadde 2 |
İş-Cadde 3 | İş-Şehir | İş-Bölge | İş-Posta Kodu | İş-Ülke/Bölge | Ev-Cadde | Ev-Cadde 2 | Ev-Cadde 3 |
Ev-Şehir | Ev-Bölge | Ev-Posta Kodu | Ev-Ülke/Bölge | Diğer-Cadde | Diğer-Cadde 2 | Diğer-Cadde 3 |
Diğer-Şehir | Diğer-Bölge | Diğer-Posta Kodu | Diğer-Ülke/Bölge | Yardımcının Telefonu | İş Faks No |
İş Telefon No | İş Telefonu 2 | Geri Arama | Araç Telefonu | Şirket Santral Telefonu | Ev-Faks No |
Ev Telefonu | Ev Telefonu 2 | ISDN | Cep Telefonu | Diğer Faks No | Diğer Telefon No | Çağrı Cihazı |
Birincil Telefon | Telsiz Telefon | TTY/TDD Telefonu | Teleks | Hesap | Yıldönümü | Yardımcının Adı |
Faturalama Bilgisi | Doğum günü | İş Adresi Posta Kutusu | Kategoriler | Çocuklar |
Elektronik Posta Adresi | Elektronik Posta Türü | Elektronik Posta Görünen Adı | Elektronik Posta 2 Adres |
Elektronik Posta 2 Türü | Elektronik Posta 2 Görünen Adı | Elektronik Posta 3 Adres |
Elektronik Posta 3 Türü | Elektronik Posta 3 Görünen Adı | Cinsiyet | Ulusal Kimlik No | Hobiler |
Ev Adresi Posta Kutusu | İlk Harfler | Internet Serbest Meşgul | Konum | Yönetici'nin Adı | Dönem | Notlar |
İşyeri Konumu | Diğer Adres Posta Kutusu | Öncelik | Meslek | Duyarlılık | Eşi | Kullanıcı 1 | Kullanıcı 2 |
Kullanıcı 3 | Kullanıcı 4 | Web Sayfası | Yomi Şirket Adı | Yomi Ad | Yomi Soyad
"""

_JAPANESE = """
肩書き | 名 | ミドル ネーム | 姓 | 敬称 | 会社名 | 部署 | 役職 | 番地 (会社) | 住所 2 (会社) |
住所 3 (会社) | 市町村 (会社) | 都道府県 (会社) | 郵便番号 (会社) | 国 (会社)/地域 | 番地 (自宅) |
住所 2 (自宅) | 住所 3 (自宅) | 市町村 (自宅) | 都道府県 (自宅) | 郵便番号 (自宅) | 国 (自宅)/地域 |
番地 (その他) | 住所 2 (その他) | 住所 3 (その他) | 市町村 (その他) | 都道府県 (その他) |
郵便番号 (その他) | 国 (その他)/地域 | 秘書の電話 | 会社 FAX | 会社電話 | 会社電話 2 | コールバック |
自動車電話 | 会社代表電話 | 自宅 FAX | 自宅電話 | 自宅電話 2 | ISDN | 携帯電話 | その他の FAX |
その他の電話 | ポケットベル | 通常の電話 | 無線電話 | TTY/TDD | テレックス | アカウント | 記念日 |
秘書の氏名 | 支払い条件 | 誕生日 | 会社住所私書箱 | 分類 | 子供 | 電子メール アドレス | 電子メールの種類 |
電子メール表示名 | 電子メール 2 アドレス | 電子メール 2 の種類 | 電子メール 2 表示名 |
電子メール 3 アドレス | 電子メール 3 の種類 | 電子メール 3 表示名 | 性別 | ID 番号 | 趣味 | 自宅住所私書箱 |
イニシャル | インターネット空き時間情報 | 場所 | マネージャー | 経費情報 | メモ | 事業所 |
その他住所私書箱 | 優先度 | 職業 | 秘密度 | 配偶者 | ユーザー 1 | ユーザー 2 | ユーザー 3 | ユーザー 4 |
Web ページ | 会社名フリガナ | 名前フリガナ | 姓フリガナ
"""

HEADINGS = {
    "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "it": _ITALIAN, "nl": _DUTCH, "pl": _POLISH, "da": _DANISH,
    "tr": _TURKISH, "ja": _JAPANESE,
}  # fmt: skip


def headings_of(language: str) -> list[str]:
    """The headings of a language, in the order of SPECS; "" where Outlook writes English."""
    return [text.strip().removeprefix("-") for text in HEADINGS[language].replace("\n", " ").split(" | ")]


def columns_of(language: str) -> dict[str, tuple[str, ...]]:
    """The headings of one language as the columns of a dialect."""
    return pairs(headings_of(language), SPECS)
