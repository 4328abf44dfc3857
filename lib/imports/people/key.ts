// What people of a file are known by.
import { normaliseEmail } from "@/lib/contacts/contact-point";
import { linkedInSlug } from "@/lib/contacts/linkedin-address";
import type { Participant } from "../file/staged-row";

const longestName = 300;

/** What LinkedIn writes in place of a member who left or hid, in the five languages. */
export const hiddenMember =
  /^(linkedin (member|user)|linkedin[- ](mitglied|nutzer)|(membre|utilisateur) (de )?linkedin|(miembro|usuario) de linkedin|(membro|usu[aá]rio|utilizador) (do|de) linkedin)$/i;

/** By the address, else by the number LinkedIn gave in 2023 (`urn:li:member:7`), else by the name. */
export function participant(address: string, name: string): Participant {
  const slug = linkedInSlug(address);
  if (slug) return { key: slug, name };
  const urn = /^urn:li:[a-z_]{1,20}:[\w-]{1,60}$/i.exec(address.trim())?.[0];
  return urn ? { key: urn.toLowerCase(), name } : byName(name);
}

export function byName(name: string): Participant {
  const plain = name.slice(0, longestName).toWellFormed(); // the cut may part a letter of two halves
  return { key: `name:${plain.normalize("NFC").toLowerCase()}`, name: plain };
}

/** Calendars know people by their e-mail. */
export function byMail(email: string, name: string): Participant {
  return { key: `mailto:${normaliseEmail(email)}`, name };
}

/** Whether it is the slug of an address; a slug never holds a colon at these places. */
export function isSlug(key: string): boolean {
  return !/^(name|urn|mailto):/.test(key);
}
