// Contacts as a table. The columns are always in English and hold codes rather than sentences, so that any program (and
// Vouch) reads them in whatever language the owner works; several values of one cell are parted as Google's CSV parts them.
import { linkedInAddress } from "@/lib/contacts/linkedin-address";
import { vouchId } from "@/lib/imports/file/csv-out";
import type { TakenContact } from "./schema";

const several = (values: string[]) => values.join(" ::: ");
const reach = ({ points }: TakenContact, kind: TakenContact["points"][number]["kind"]) =>
  several(points.filter((point) => point.kind === kind).map(({ value }) => value));

const columns: Record<string, (contact: TakenContact) => string | null> = {
  [vouchId]: ({ id }) => id,
  Name: ({ fullName }) => fullName,
  Headline: ({ headline }) => headline,
  Position: ({ position }) => position,
  Company: ({ company }) => company,
  Location: ({ location }) => location,
  "E-mail": (contact) => reach(contact, "EMAIL"),
  Phone: (contact) => reach(contact, "PHONE"),
  Links: (contact) => reach(contact, "URL"),
  LinkedIn: ({ slugs }) => several(slugs.map(linkedInAddress)),
  Tags: ({ tags }) => several(tags),
  "Connection status": ({ connectionStatus }) => connectionStatus,
  "Connected on": ({ connectedOn }) => connectedOn,
  "How we met": ({ howWeMet }) => howWeMet,
  Expertise: ({ expertise }) => expertise,
  "Geographic barrier": ({ geographicBarrier }) => geographicBarrier,
  "Do not connect": ({ doNotConnect }) => (doNotConnect ? "yes" : ""),
  Notes: ({ notes }) => notes,
  Added: ({ createdAt }) => createdAt,
};

export const contactHeader = Object.keys(columns);

export const contactCells = (contact: TakenContact): string[] =>
  Object.values(columns).map((cell) => cell(contact) ?? "");
