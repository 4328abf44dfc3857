// Which file is this, and which of its columns is which: by the header row, in the languages LinkedIn writes it in.
// Names are compared without case, accents, spaces, underscores, hyphens and BOM.
import { isVouchCsv } from "./csv-out";
import type { CsvRow } from "./csv-rows";

export const connectionColumns = {
  firstName: ["First Name", "Vorname", "Prénom", "Nombre", "Nome", "Primeiro nome"],
  lastName: ["Last Name", "Nachname", "Nom", "Nom de famille", "Apellido", "Apellidos", "Sobrenome", "Último nome"],
  url: ["URL", "Profile URL", "Public Profile URL", "Profil-URL", "URL du profil", "URL del perfil", "URL do perfil"],
  email: [
    ...["Email Address", "E-mail", "E-Mail-Adresse", "Adresse e-mail", "Adresse électronique"],
    ...["Dirección de correo electrónico", "Correo electrónico", "Dirección de email"],
    ...["Endereço de e-mail", "Endereço eletrônico", "Correio eletrónico"],
  ],
  company: ["Company", "Unternehmen", "Firma", "Entreprise", "Société", "Empresa"],
  position: ["Position", "Job Title", "Poste", "Fonction", "Cargo", "Posición", "Puesto", "Posição"],
  connectedOn: [
    ...["Connected On", "Verbunden am", "Vernetzt am", "Kontakt seit"],
    ...["Connecté le", "Connectée le", "Date de connexion", "En relation depuis", "Relation depuis"],
    ...["Conectado el", "Conectado en", "Fecha de conexión", "Contacto desde", "Conexión desde"],
    ...["Conectado em", "Data de conexão", "Data da conexão", "Conexão desde", "Ligado em"],
  ],
} as const;

export const messageColumns = {
  conversation: ["Conversation ID", "Unterhaltungs-ID", "ID de conversation", "ID de conversación", "ID da conversa"],
  from: ["From", "Von", "De", "Expéditeur", "Remitente", "Remetente"],
  senderUrl: [
    ...["Sender Profile URL", "Profil-URL des Absenders", "URL du profil de l'expéditeur"],
    ...["URL del perfil del remitente", "URL do perfil do remetente"],
  ],
  to: ["To", "An", "À", "Para", "Destinataire", "Destinatario", "Destinatário"],
  recipientUrls: [
    ...["Recipient Profile URLs", "Profil-URLs der Empfänger", "URL des profils des destinataires"],
    ...["URL de los perfiles de los destinatarios", "URLs dos perfis dos destinatários"],
  ],
  date: ["Date", "Datum", "Fecha", "Data"],
  subject: ["Subject", "Betreff", "Objet", "Sujet", "Asunto", "Assunto"],
  content: ["Content", "Inhalt", "Nachricht", "Contenu", "Contenido", "Conteúdo"],
  folder: ["Folder", "Ordner", "Dossier", "Carpeta", "Pasta"],
  messageDraft: ["Is Message Draft"],
  conversationDraft: ["Is Conversation Draft"],
} as const;

export type ConnectionColumn = keyof typeof connectionColumns;
export type MessageColumn = keyof typeof messageColumns;

/** Where each recognised column stands in a row. */
export type Columns<Name extends string> = Partial<Record<Name, number>>;

/** `isOurs`: Vouch wrote the file. */
export type Header = { line: number; width: number; isOurs: boolean } & (
  | { kind: "CONNECTIONS"; columns: Columns<ConnectionColumn> }
  | { kind: "MESSAGES"; columns: Columns<MessageColumn> }
);

/** What a row says as a header, or null where it isn't one. */
export function recogniseHeader({ line, cells }: CsvRow): Header | null {
  const names = cells.map(comparable);
  const place = { line, width: cells.length, isOurs: isVouchCsv(cells) };
  const connections = columnsOf(names, connectionColumns);
  if (connections.firstName !== undefined && connections.connectedOn !== undefined) {
    return { ...place, kind: "CONNECTIONS", columns: connections };
  }
  const messages = columnsOf(names, messageColumns);
  const isMessages = (["from", "to", "date", "content"] as const).every((name) => messages[name] !== undefined);
  return isMessages ? { ...place, kind: "MESSAGES", columns: messages } : null;
}

function columnsOf<Name extends string>(names: string[], known: Record<Name, readonly string[]>): Columns<Name> {
  const columns: Columns<Name> = {};
  for (const name of Object.keys(known) as Name[]) {
    const spellings = known[name].map(comparable);
    const index = names.findIndex((found) => spellings.includes(found));
    if (index >= 0) columns[name] = index;
  }
  return columns;
}

function comparable(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\p{M}\s_\-'’\uFEFF]/gu, "");
}
