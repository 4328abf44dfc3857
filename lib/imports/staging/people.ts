// Everyone a file of messages names, each once. The one thing an upload keeps in memory; it grows with the people,
// not with the messages.
import { Refusal } from "@/lib/refusal";
import type { Participant } from "../messages/read";

/** `person` is the key of the same person with an address, where the file tells; else the key itself. */
export type NamedPerson = { key: string; person: string; name: string; messages: number };

export class PeopleInFile {
  /** By key. A name is certain or not: a sender's is, one of several recipients' is not. */
  private readonly names = new Map<string, { name: string | null; certain: boolean; messages: number }>();

  constructor(private readonly limit: number) {}

  add([sender, ...recipients]: Participant[]): void {
    if (sender) this.note(sender, true);
    for (const recipient of recipients) this.note(recipient, recipients.length === 1);
  }

  private note({ key, name }: Participant, certain: boolean): void {
    const known = this.names.get(key);
    if (!known) {
      if (this.names.size >= this.limit) throw new Refusal("tooManyPeople", undefined, { limit: this.limit });
      this.names.set(ownCopy(key), { name: name && ownCopy(name), certain, messages: 1 });
      return;
    }
    known.messages++;
    if (name && (!known.name || (certain && !known.certain))) {
      known.name = ownCopy(name);
      known.certain = certain;
    }
  }

  /** A name without an address is the person of that name with one, where the file knows exactly one. */
  *all(): Generator<NamedPerson> {
    const addressOf = new Map<string, string | null>();
    for (const [key, { name }] of this.names) {
      if (key.startsWith("name:") || !name) continue;
      const nameKey = `name:${name.normalize("NFC").toLowerCase()}`;
      addressOf.set(nameKey, addressOf.has(nameKey) ? null : key);
    }
    for (const [key, { name, messages }] of this.names) {
      yield { key, person: addressOf.get(key) ?? key, name: name || key, messages };
    }
  }
}

/** A cell is a view into the text it was cut from, and would keep all of that text in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
