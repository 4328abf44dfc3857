import { comparable } from "./comparable";

/** What LinkedIn's lists of people are called, in its own languages and in others. */
const lists = new Set(
  [
    ...["connections", "contacts", "verbindungen", "kontakte", "relations", "contactos", "conexiones", "conexões"],
    ...["contatos", "ligações", "collegamenti", "contatti", "connecties", "contacten", "contactpersonen", "kontakty"],
    ...["kontakter", "forbindelser", "yhteydet", "bağlantılar", "conexiuni", "spojení"],
  ].map(comparable),
);
const imported = /^(imported|importierte|geimporteerde)|(import[eé]s|importados|importati)$/;

/** Whether the owner is asked about a table of this name in an archive: most of its tables are no list of people. */
export function isListOfPeople(fileName: string): boolean {
  const [name = ""] = /^[\p{L}\p{M}\s_-]*/u.exec(fileName) ?? []; // without "(1).csv"
  return lists.has(comparable(name).replace(imported, ""));
}
