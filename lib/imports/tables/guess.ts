// What the columns of a table nobody knows may be: by their names, in the five languages and in those of their
// neighbours, and by what stands in them. Only ever a suggestion; the owner sees it beside the first rows.
import { isEmail, isPhone } from "@/lib/contacts/contact-point";
import { linkedInSlug } from "@/lib/contacts/linkedin-address";
import { linkedInDate } from "../file/linkedin-dates";
import { comparable } from "./comparable";
import type { Target } from "./targets";

const names: Record<Exclude<Target, "ignore">, string[]> = {
  fullName: [
    ...["name", "full name", "display name", "contact", "contact name", "person", "who", "vollständiger name"],
    ...["nom complet", "nombre completo", "nome completo", "anzeigename"],
    ...["volledige naam", "naam", "imię i nazwisko", "fullständigt namn", "fulde navn", "fullt navn", "namn", "navn"],
  ],
  firstName: [
    ...["first name", "first", "given name", "forename", "vorname", "prénom", "nombre", "primeiro nome", "nome"],
    ...["voornaam", "imię", "förnamn", "fornavn", "etunimi", "jméno", "meno", "keresztnév", "prenume"],
  ],
  middleName: [
    "middle name",
    "additional name",
    "weitere vornamen",
    "deuxième prénom",
    "segundo nombre",
    "segundo nome",
  ],
  lastName: [
    ...["last name", "last", "surname", "family name", "nachname", "familienname", "nom", "nom de famille"],
    ...["apellido", "apellidos", "sobrenome", "último nome", "cognome"],
    ...["achternaam", "nazwisko", "efternamn", "efternavn", "etternavn", "sukunimi", "příjmení", "priezvisko"],
    ...["vezetéknév", "nume", "nume de familie", "soyad", "soyadı"],
  ],
  email: [
    ...["email", "e-mail", "mail", "email address", "e-mail address", "work email", "personal email", "e-mail-adresse"],
    ...["adresse e-mail", "adresse email", "courriel", "correo", "correo electrónico", "endereço de e-mail"],
    ...["e-mailadres", "indirizzo e-mail", "adres e-mail", "e-postadress", "e-postadresse"],
  ],
  phone: [
    ...["phone", "phone number", "telephone", "tel", "mobile", "mobile phone", "cell", "cell phone", "work phone"],
    ...["telefon", "telefonnummer", "handy", "mobil", "mobiltelefon", "téléphone", "portable", "teléfono", "móvil"],
    ...["telefone", "celular", "telemóvel", "telefono"],
    ...["telefoon", "telefoonnummer", "cellulare", "numero di telefono", "numer telefonu"],
  ],
  linkedin: ["linkedin", "linkedin url", "linkedin profile", "linkedin address", "profile url", "linkedin-profil"],
  link: [
    "website",
    "web site",
    "web page",
    "homepage",
    "url",
    "webseite",
    "site web",
    "página web",
    "sitio web",
    "site",
  ],
  company: [
    ...[
      "company",
      "company name",
      "organization",
      "organisation",
      "employer",
      "firm",
      "account",
      "firma",
      "unternehmen",
    ],
    ...["arbeitgeber", "entreprise", "société", "empresa", "azienda"],
    ...[
      "bedrijf",
      "organisatie",
      "przedsiębiorstwo",
      "företag",
      "virksomhed",
      "bedrift",
      "yritys",
      "společnost",
      "şirket",
    ],
  ],
  position: [
    ...["position", "title", "job title", "role", "job", "occupation", "titel", "beruf", "funktion", "poste", "titre"],
    ...["fonction", "cargo", "puesto", "título", "função"],
    ...["functie", "functietitel", "posizione", "qualifica", "stanowisko", "befattning", "stilling", "asema", "pozice"],
  ],
  connectedOn: [
    ...["connected on", "connection date", "verbunden am", "connecté le", "conectado el", "conectado em"],
    ...["verbonden op", "collegato il", "data del collegamento", "data di collegamento", "data nawiązania kontaktu"],
    ...["połączono", "ansluten den", "forbundet den", "tilkoblet", "yhdistetty", "spojeno", "conectat pe"],
  ],
  location: [
    "location",
    "city",
    "town",
    "place",
    "country",
    "ort",
    "stadt",
    "land",
    "standort",
    "lieu",
    "ville",
    "pays",
    "ciudad",
    "país",
    "cidade",
    "localização",
    "ubicación",
  ],
  howWeMet: [
    ...["how we met", "met at", "where we met", "met", "source", "introduced by", "kennengelernt", "rencontre"],
    ...["cómo nos conocimos", "como nos conhecemos"],
  ],
  notes: [
    "notes",
    "note",
    "comments",
    "comment",
    "remarks",
    "description",
    "notizen",
    "notiz",
    "bemerkung",
    "bemerkungen",
    "remarques",
    "notas",
    "observações",
    "observaciones",
    "comentarios",
  ],
  tags: [
    "tags",
    "tag",
    "labels",
    "label",
    "groups",
    "group",
    "categories",
    "category",
    "kategorien",
    "gruppe",
    "étiquettes",
    "catégories",
    "etiquetas",
    "categorías",
    "categorias",
  ],
};
const byName = new Map(
  Object.entries(names).flatMap(([target, known]) => known.map((name) => [comparable(name), target as Target])),
);

/** What only one column can be. */
const single: Target[] = ["fullName", "firstName", "middleName", "lastName", "company", "position", "connectedOn"];

/** Telephones come in many ("Telefon geschäftlich", "Tél. (bureau)"): the first word tells, where numbers stand below. */
const telephones = new Set(names.phone.filter((name) => !name.includes(" ")).map(comparable));
const firstWord = (name: string) => comparable(name.trim().split(/[\s:.()/_-]/)[0] ?? "");

const isDate = (value: string) => linkedInDate(value, null) !== "date";

/** One target for each column of `header`; `rows` are the first below it. */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[]): Target[] {
  const taken = new Set<Target>();
  return header.map((name, index): Target => {
    const values = rows.map((cells) => cells[index]?.trim() ?? "").filter(Boolean);
    const mostly = (isOne: (value: string) => boolean) =>
      values.length > 0 && values.filter(isOne).length * 2 > values.length;
    const isTelephone = telephones.has(firstWord(name)) && mostly(isPhone);
    const named = byName.get(comparable(name.replace(/[\d:.()#*]/g, ""))) ?? (isTelephone ? "phone" : undefined);
    if (mostly((value) => linkedInSlug(value) !== null)) return "linkedin";
    if (mostly(isEmail)) return "email";
    if (!named || (single.includes(named) && taken.has(named))) return "ignore";
    if (named === "connectedOn" && values.length > 0 && !mostly(isDate)) return "ignore";
    taken.add(named);
    return named;
  });
}
