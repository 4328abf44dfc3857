// Who was invited, as a calendar tells it. People are known by their e-mail address, and by nothing else.
import { isEmail } from "@/lib/contacts/contact-point";
import type { Participant } from "../file/staged-row";
import { type Property, paramText } from "../lines/property";
import { byMail } from "../people/key";

export type Attendee = Participant & { hasDeclined: boolean };

/** Rooms, projectors and mailing lists are invited too. */
const notPeople = ["RESOURCE", "ROOM", "GROUP"];

/** An ORGANIZER or ATTENDEE line; null where it names no person. */
export function readAttendee(property: Property): Attendee | null {
  const kind = property.params.get("CUTYPE")?.[0]?.toUpperCase() ?? "";
  if (notPeople.includes(kind)) return null;
  const written = [paramText(property, "EMAIL"), mailAddress(property.value)];
  const email = written.map((text) => text?.trim() ?? "").find(isEmail);
  if (!email || /@resource\.calendar\.google\.com$/i.test(email)) return null;
  const name = paramText(property, "CN")?.trim().slice(0, 300).toWellFormed();
  const hasDeclined = property.params.get("PARTSTAT")?.[0]?.toUpperCase() === "DECLINED";
  return { ...byMail(email, name && !isEmail(name) ? name : email), hasDeclined };
}

/** Of a mailto:, which may be percent-encoded, or of the address alone, as some programs write it. */
function mailAddress(value: string): string {
  const [, scheme = "", address = ""] = /^\s*(mailto:)?([^?]*)/i.exec(value) ?? [];
  const text = Buffer.from(address, "latin1").toString("utf8");
  try {
    return scheme ? decodeURIComponent(text) : text;
  } catch {
    return text; // no encoding, only a percent sign
  }
}
