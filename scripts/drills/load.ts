// Writers: people who log meetings, add contacts and edit them, one form after the other, and note in the journal what
// they sent and what was acknowledged. Whatever they type is found nowhere else and holds the run's own word.
import { setTimeout as sleep } from "node:timers/promises";
import { newOperationKey } from "@/lib/operation-key";
import type { Deed, Journal } from "./journal";
import { type Answer, type Form, NoForm, saidIn, type Visitor } from "./visitor";

export type Load = {
  /** Resolves when nothing is on its way any more; nothing is sent until `resume`. */
  pause: () => Promise<void>;
  resume: () => void;
  /** As pause, for good. Throws what went wrong in a writer, if anything did but an answer that didn't come. */
  stop: () => Promise<void>;
  answered: () => number;
  /** What the answers said that weren't the acknowledgement, by how often. */
  refusals: Map<string, number>;
};

type Writing = { journal: Journal; random: () => number; word: string };

/** A writer each for `visitors`, who are signed in. */
export function startLoad(visitors: Visitor[], writing: Writing): Load {
  const refusals = new Map<string, number>();
  let paused: Promise<void> | undefined;
  let release = () => {};
  let stopping = false;
  let busy = 0;
  let answered = 0;
  let failure: unknown;

  async function write(visitor: Visitor, number: number) {
    const writer = writerOf(visitor, number, writing);
    while (!stopping) {
      await paused;
      busy++;
      try {
        const said = await writer.next();
        if (said === "taken") answered++;
        else refusals.set(said, (refusals.get(said) ?? 0) + 1);
      } catch (error) {
        if (!isUnanswered(error)) {
          failure ??= error;
          return;
        }
        await sleep(50); // whoever is being started again isn't asked more often than by a person
      } finally {
        busy--;
      }
    }
  }
  const running = visitors.map(write);

  const idle = async () => {
    while (busy > 0) await sleep(10);
  };
  return {
    pause: async () => {
      paused ??= new Promise((resolve) => {
        release = resolve;
      });
      await idle();
    },
    resume: () => {
      paused = undefined;
      release();
    },
    stop: async () => {
      stopping = true;
      release();
      await Promise.all(running);
      if (failure) throw failure;
    },
    answered: () => answered,
    refusals,
  };
}

/** No answer came, or another page than the one that was asked for. */
function isUnanswered(error: unknown): boolean {
  const { name } = error as Error;
  return error instanceof NoForm || error instanceof TypeError || name === "TimeoutError" || name === "AbortError";
}

/** Sends the deed's form: "taken" if it was, else what the answer said. In the journal either way. */
export async function sendDeed(visitor: Visitor, form: Form, deed: Deed, journal: Journal): Promise<string> {
  journal.sent(deed);
  const answer = await visitor.send(form, fieldsOf(deed));
  if (!isTaken(deed, answer)) return saidIn(answer);
  journal.answered(deed);
  return "taken";
}

/** The page whose form makes the deed, and a field that only this form has. */
export function pageOf(deed: Pick<Deed, "kind"> & { contact?: string }): [path: string, field: string] {
  if (deed.kind === "meet") return ["/log", "names"];
  if (deed.kind === "add") return ["/contacts/new", "key"];
  return [`/contacts/${deed.contact}/edit`, "version"];
}

function fieldsOf(deed: Deed): Record<string, string | string[]> {
  const { words } = deed;
  if (deed.kind === "edit") return { notes: words };
  if (deed.kind === "add") {
    return { key: deed.id, fullName: words, "emails[]": deed.email, tags: deed.tag, notes: words };
  }
  return {
    id: deed.id,
    "contactIds[]": deed.contactIds,
    names: deed.newName ?? "",
    notes: words,
    followUpTitle: deed.followUp ? words : "",
  };
}

function isTaken(deed: Deed, { status, location, text }: Answer): boolean {
  if (deed.kind === "meet") return status === 200 && />Logged\.</.test(text);
  return status === 303 && location === `/contacts/${deed.kind === "edit" ? deed.contact : deed.id}`;
}

const mostTries = 4;

function writerOf(visitor: Visitor, number: number, { journal, random, word }: Writing) {
  const forms = new Map<string, Form>();
  /** Contacts this writer has made, and nobody else edits. */
  const own: string[] = [];
  let count = 0;
  const pick = () => own[Math.floor(random() * own.length)] as string;

  async function formOf(kind: "meet" | "add"): Promise<Form> {
    const form = forms.get(kind) ?? (await visitor.form(...pageOf({ kind })));
    forms.set(kind, form);
    return form;
  }

  function next(): Deed {
    count++;
    const [words, id, chance] = [`${madeUpName(random)} ${word} ${number}.${count}`, newOperationKey(), random()];
    if (own.length < 3 || chance < 0.25) {
      const email = `${words.replaceAll(" ", ".").toLowerCase()}@example.test`;
      return { kind: "add", id, words, email, tag: `${word} ${number}` };
    }
    if (chance < 0.5) return { kind: "edit", id, words, contact: pick() };
    const contactIds = [...new Set([pick(), ...(random() < 0.5 ? [pick()] : [])])];
    const newName = random() < 0.15 ? `${words} on the fly` : null;
    return { kind: "meet", id, words, contactIds, newName, followUp: random() < 0.2 };
  }

  /** An answer that doesn't come is asked for again, as by a person who presses once more; not always, and not for ever. */
  async function persistently(form: Form, deed: Deed): Promise<string> {
    for (let tries = 1; ; tries++) {
      try {
        return await sendDeed(visitor, form, deed, journal);
      } catch (error) {
        if (!isUnanswered(error) || tries === mostTries || random() < 0.4) throw error;
        await sleep(500);
      }
    }
  }

  return {
    next: async (): Promise<string> => {
      const deed = next();
      // The version of an edit is the page's: another edit may have been taken without a word.
      if (deed.kind === "edit") return sendDeed(visitor, await visitor.form(...pageOf(deed)), deed, journal);
      const said = await persistently(await formOf(deed.kind), deed);
      if (deed.kind === "add" && said === "taken") own.push(deed.id);
      return said;
    },
  };
}

/** Names unlike one another, so that the look for duplicates has little to say. */
function madeUpName(random: () => number): string {
  const letter = (of: string) => of[Math.floor(random() * of.length)];
  const syllables = Array.from({ length: 4 }, () => `${letter("bdfgklmnprstvz")}${letter("aeiou")}`).join("");
  return syllables.charAt(0).toUpperCase() + syllables.slice(1);
}
