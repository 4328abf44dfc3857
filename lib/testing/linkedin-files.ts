// Files as LinkedIn hands them out, made from what page after page of real exports had in common. Nobody in them exists.

export const limits = {
  ...{ bytes: 5_000_000, rows: 5_000, rowLength: 50_000, columns: 100, people: 2_000 },
  ...{ entries: 50, unpackedBytes: 10_000_000, ratio: 100 },
};

/** Bytes as an upload brings them: in pieces that cut letters and rows anywhere. */
export async function* inPieces(file: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export function csv(rows: string[][], { delimiter = ",", newline = "\n" } = {}): string {
  const cell = (text: string) => (/["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(delimiter) + newline).join("");
}

export const preamble =
  'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"\n\n';

export const connectionHeader = [
  "First Name",
  "Last Name",
  "URL",
  "Email Address",
  "Company",
  "Position",
  "Connected On",
];

type Connection = Partial<Record<"first" | "last" | "url" | "email" | "company" | "position" | "on", string>>;

/** Connections.csv as it is handed out since 2023. */
export function connectionsFile(connections: Connection[]): string {
  return (
    preamble +
    csv([
      connectionHeader,
      ...connections.map(({ first = "", last = "", url = "", email = "", company = "", position = "", on = "" }) => [
        ...[first, last, url, email, company, position, on],
      ]),
    ])
  );
}

/** One person in every era and re-saving of the file; who has no address in that era is known by e-mail. */
export const connectionEras: Record<string, string | Uint8Array> = {
  "2016": csv([
    "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers".split(","),
    ["Zoë", "Quill, PhD", "", "zoe@example.test", "Ink & Co", "Writer", "12/22/16, 9:55 AM", "", ""],
  ]),
  "2018": csv([
    ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"],
    ["Zoë", "Quill, PhD", "zoe@example.test", "Ink & Co", "Writer", "12/22/16, 9:55 AM"],
  ]),
  "2021, without addresses": `${preamble}${csv([
    ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"],
    ["Zoë", "Quill, PhD", "zoe@example.test", "Ink & Co", "Writer", "22 Dec 2016"],
  ])}`,
  "2023": connectionsFile([
    {
      first: "Zoë",
      last: "Quill, PhD",
      url: "https://www.linkedin.com/in/zo%C3%AB-quill",
      email: "zoe@example.test",
      company: "Ink & Co",
      position: "Writer",
      on: "22 Dec 2016",
    },
  ]),
  "re-saved by a spreadsheet": `\uFEFF${csv(
    [
      connectionHeader,
      ["Zoë", "Quill, PhD", "linkedin.com/in/zoë-quill", "zoe@example.test", "Ink & Co", "Writer", "22-Dec-16"],
    ],
    { delimiter: ";", newline: "\r\n" },
  )}`,
  "UTF-16": utf16(
    csv(
      [
        connectionHeader,
        ["Zoë", "Quill, PhD", "linkedin.com/in/zoë-quill", "zoe@example.test", "Ink & Co", "Writer", "22-Dec-16"],
      ],
      { delimiter: "\t" },
    ),
  ),
  German: csv([
    ["Vorname", "Nachname", "URL", "E-Mail-Adresse", "Unternehmen", "Position", "Verbunden am"],
    ["Zoë", "Quill, PhD", "de.linkedin.com/in/zoë-quill", "zoe@example.test", "Ink & Co", "Writer", "22. Dez. 2016"],
  ]),
  French: csv([
    ["Prénom", "Nom", "URL", "Adresse e-mail", "Entreprise", "Poste", "Connecté le"],
    ["Zoë", "Quill, PhD", "fr.linkedin.com/in/zoë-quill", "zoe@example.test", "Ink & Co", "Writer", "22 déc. 2016"],
  ]),
  Spanish: csv([
    ["Nombre", "Apellidos", "URL", "Correo electrónico", "Empresa", "Cargo", "Conectado el"],
    ["Zoë", "Quill, PhD", "linkedin.com/in/zoë-quill", "zoe@example.test", "Ink & Co", "Writer", "22 dic. 2016"],
  ]),
  Portuguese: csv([
    ["Nome", "Sobrenome", "URL", "Endereço de e-mail", "Empresa", "Cargo", "Conectado em"],
    ["Zoë", "Quill, PhD", "linkedin.com/in/zoë-quill", "zoe@example.test", "Ink & Co", "Writer", "22 de dez. de 2016"],
  ]),
};

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  new Uint16Array(bytes.buffer, 2).set(Array.from(text, (_, index) => text.charCodeAt(index)));
  return bytes;
}

export const messageHeader = [
  ...["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"],
  ...["DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS", "IS MESSAGE DRAFT"],
];

type Message = {
  conversation?: string;
  /** Names; whose address has the slug is slugOf. */
  from: string;
  to: string[];
  date?: string;
  subject?: string;
  content?: string;
  folder?: string;
  draft?: string;
};

export const slugOf = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, "-");
const addressOf = (name: string) => `https://www.linkedin.com/in/${slugOf(name)}`;

/** messages.csv as it is handed out since 2022; Olive Owner is its owner. */
export function messagesFile(messages: Message[]): string {
  return csv([
    messageHeader,
    ...messages.map((message, index) => [
      message.conversation ?? `2-${[message.from, ...message.to].map(slugOf).sort().join("+")}`,
      "",
      message.from,
      message.from && message.from !== "LinkedIn Member" ? addressOf(message.from) : "",
      message.to.join(","),
      message.to.map(addressOf).join(","),
      message.date ?? `2024-03-${String(1 + (index % 28)).padStart(2, "0")} 10:11:12 UTC`,
      message.subject ?? "",
      message.content ?? `Message ${index}`,
      message.folder ?? "INBOX",
      "",
      message.draft ?? "No",
    ]),
  ]);
}
