// Everyone the files of an import name, each once, but for the lists of people. The one thing an upload keeps in memory;
// it grows with the people, not with the messages.
import { Refusal } from "@/lib/refusal";
import { sourceId } from "../file/source-id";
import type { Participant } from "../file/staged-row";
import { isSlug } from "../people/key";

export type NamedPerson = {
  key: string;
  /** The key of the same person with an address, where the files tell; else the key itself. */
  person: string;
  name: string;
  messages: number;
  /** An invitation or a note is about them: reason enough to make a contact of them. */
  wanted: boolean;
  /** The contact they would become, the same whenever the same files are read. */
  proposedId: string;
};

/** A name is certain or not: a sender's is, one of several recipients' is not. */
type Known = { name: string | null; certain: boolean; messages: number; wanted: boolean };

export class PeopleInFiles {
  private readonly names = new Map<string, Known>();

  constructor(private readonly limit: number) {}

  /** The people of a message, its sender first. */
  addMessage([sender, ...recipients]: Participant[]): void {
    if (sender) this.note(sender, true).messages++;
    for (const recipient of recipients) this.note(recipient, recipients.length === 1).messages++;
  }

  /** The people of a calendar entry, who are all named for certain. */
  addEvent(people: Participant[]): void {
    const keys = new Set<string>();
    for (const person of people) {
      const known = this.note(person, true);
      if (!keys.has(person.key)) known.messages++;
      keys.add(person.key);
    }
  }

  addWanted(people: Participant[]): void {
    for (const person of people) this.note(person, true).wanted = true;
  }

  private note({ key, name }: Participant, certain: boolean): Known {
    const known = this.names.get(key);
    if (!known) {
      if (this.names.size >= this.limit) throw new Refusal("tooManyPeople", undefined, { limit: this.limit });
      const first = { name: name && ownCopy(name), certain, messages: 0, wanted: false };
      this.names.set(ownCopy(key), first);
      return first;
    }
    if (name && (!known.name || (certain && !known.certain))) {
      known.name = ownCopy(name);
      known.certain = certain;
    }
    return known;
  }

  /** A name without an address is the person of that name with one, where the files know exactly one. */
  *all(): Generator<NamedPerson> {
    const addressOf = new Map<string, string | null>();
    for (const [key, { name }] of this.names) {
      if (!isSlug(key) || !name) continue;
      const nameKey = `name:${name.normalize("NFC").toLowerCase()}`;
      addressOf.set(nameKey, addressOf.has(nameKey) ? null : key);
    }
    for (const [key, { name, messages, wanted }] of this.names) {
      const person = addressOf.get(key) ?? key;
      yield { key, person, name: name || key, messages, wanted, proposedId: sourceId(["person", person]) };
    }
  }
}

/** A cell is a view into the text it was cut from, and would keep all of that text in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
