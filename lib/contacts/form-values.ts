import type { FormValues } from "@/lib/form-state";
import { linkedInAddress } from "./linkedin-address";
import type { ContactDetail } from "./schema";

/** What the form that edits a contact holds of it. */
export function contactValues(contact: ContactDetail): FormValues {
  const of = (kind: string) => contact.points.filter((point) => point.kind === kind).map(({ value }) => value);
  return {
    fullName: contact.fullName,
    position: contact.position ?? "",
    company: contact.company ?? "",
    headline: contact.headline ?? "",
    location: contact.location ?? "",
    howWeMet: contact.howWeMet ?? "",
    expertise: contact.expertise ?? "",
    geographicBarrier: contact.geographicBarrier ?? "",
    linkedIn: contact.slugs.map(linkedInAddress),
    emails: of("EMAIL"),
    phones: of("PHONE"),
    links: of("URL"),
    connectionStatus: contact.connectionStatus,
    connectedOn: contact.connectedOn ?? "",
    ...(contact.doNotConnect && { doNotConnect: "on" }),
    tags: contact.tags.map(({ name }) => name).join(", "),
    notes: contact.notes ?? "",
  };
}
