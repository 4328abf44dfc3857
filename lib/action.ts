import "server-only";
import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { SignedIn } from "./account/data";
import type { Account } from "./account/schema";
import { noteEvent } from "./audit/data";
import { requireSignedIn } from "./auth";
import { type AccountDb, asAccount, asOwner, isDiskFull, type OwnerDb, type OwnerId } from "./db";
import { answerConflict, isElsewhere, type Versions } from "./form-conflict/answer";
import { type Sent, sentOf } from "./form-conflict/sent";
import { errorsByField, type Say, sentencesOf } from "./form-errors";
import type { FormAction, FormState, FormValues } from "./form-state";
import { formValues } from "./form-values";
import { log } from "./log";
import { newReference, requestId } from "./operations/request-id";
import { isSameOrigin } from "./origin";
import { Refusal } from "./refusal";

/** What a write did: which rows, and where to go now (nowhere: the form stays and shows that it is saved). */
export type Outcome = { entity: string; ids: string[]; to?: string; shownOnce?: string; count?: number };

export function saved(entity: string, ids: string | string[], to?: string): Outcome {
  return { entity, ids: [ids].flat(), ...(to && { to }) };
}

/** It says what it takes: the tests that attack every action are made from that. */
export type GuardedAction<Schema extends z.ZodType = z.ZodType> = FormAction & { readonly schema: Schema };

/**
 * A server action of the signed-in owner. It checks who asks and from where, parses strictly, runs `handler` in one
 * transaction as that owner, notes the write in the audit log (ids only), and shows every page anew.
 *
 * `name` is `<domain>.<what>`: the domain is the catalogue namespace whose `errors` hold the sentences for the codes of
 * the schema and of any Refusal thrown. Whatever goes wrong, the answer carries all that was typed.
 *
 * `timeoutMs` is for what takes longer than a write usually may.
 * `revalidate: false` is for one of many in a row: whoever calls it shows the pages anew (`router.refresh()`) after the last.
 * `afterwards` is for what takes long and can't be taken back, like a mail: it runs once, when all is written and no
 * transaction waits for it, and may throw a Refusal too.
 * `versions` is for a form that edits a row with a version: where the row was changed elsewhere meanwhile, the form gets
 * both versions to choose from (lib/form-conflict).
 */
export function ownerAction<Schema extends z.ZodType>(
  name: `${string}.${string}`,
  schema: Schema,
  handler: (db: OwnerDb, input: z.output<Schema>, account: Account) => Promise<Outcome>,
  {
    revalidate = true,
    timeoutMs,
    afterwards,
    versions,
  }: {
    revalidate?: boolean;
    timeoutMs?: number;
    afterwards?: (owner: OwnerId) => Promise<void>;
    versions?: Versions<z.output<Schema>>;
  } = {},
): GuardedAction<Schema> {
  const run = async (input: z.output<Schema>) => {
    const { owner, account } = await requireSignedIn();
    const work = async (db: OwnerDb) => noted(db, name, await handler(db, input, account));
    const written = await asOwner(owner, work, timeoutMs ? { timeoutMs } : {});
    await afterwards?.(owner);
    return written;
  };
  const elsewhere: Elsewhere<z.output<Schema>> | undefined =
    versions &&
    (async (refusal, input, sent) => {
      const { owner, account } = await requireSignedIn();
      const t = await getTranslations();
      return asOwner(owner, (db) => answerConflict(db, versions, { refusal, input, sent, account, t }));
    });
  return Object.assign(guardedAction(name, schema, run, { revalidate, elsewhere }), { schema });
}

/**
 * The same for what owners do to their own account, or administrators to others': `handler` gets the sign-in tables in the
 * one transaction that notes it, too, so that nothing of it waits for a second connection or stays when the rest fails.
 *
 * `beforehand` is what no transaction may wait for or take back: hashing a password, counting a try. Its answer is handed on.
 * `afterwards` runs once all is written.
 */
export function accountAction<Schema extends z.ZodType, Ready = undefined>(
  name: `${string}.${string}`,
  schema: Schema,
  handler: (db: AccountDb, input: z.output<Schema>, signedIn: SignedIn, ready: Ready) => Promise<Outcome>,
  { beforehand, afterwards }: AccountOptions<z.output<Schema>, Ready> = {},
): GuardedAction<Schema> {
  const run = async (input: z.output<Schema>) => {
    const signedIn = await requireSignedIn();
    const ready = (await beforehand?.(input, signedIn)) as Ready;
    const written = await asAccount(signedIn.owner, async (db) =>
      noted(db, name, await handler(db, input, signedIn, ready)),
    );
    await afterwards?.();
    return written;
  };
  return Object.assign(guardedAction(name, schema, run), { schema });
}

export type AccountOptions<Input, Ready> = {
  beforehand?: (input: Input, signedIn: SignedIn) => Promise<Ready>;
  afterwards?: () => Promise<void>;
};

async function noted(db: OwnerDb, name: string, outcome: Outcome): Promise<Outcome> {
  await noteEvent(db, name, outcome.entity, outcome.ids);
  return outcome;
}

/** A server action for people who are not signed in: the same checks of origin and input, the same answers. */
export function guestAction<Schema extends z.ZodType>(
  name: `${string}.${string}`,
  schema: Schema,
  handler: (input: z.output<Schema>) => Promise<Outcome>,
): GuardedAction<Schema> {
  return Object.assign(guardedAction(name, schema, handler), { schema });
}

type Elsewhere<Input> = (refusal: Refusal, input: Input, sent: Sent) => ReturnType<typeof answerConflict<Input>>;

/** How often a form is saved over a newer version by itself: each time somebody else was quicker once more. */
const mostTries = 5;

function guardedAction<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Outcome>,
  { revalidate = true, elsewhere }: { revalidate?: boolean; elsewhere?: Elsewhere<z.output<Schema>> | undefined } = {},
): FormAction {
  const domain = name.split(".")[0] as string;

  async function attempt(typed: FormValues, sent: Sent | undefined, tries: number): Promise<Outcome | FormState> {
    const parsed = schema.safeParse(typed);
    if (!parsed.success) return sentencesFor(domain, parsed.error);
    try {
      return await run(parsed.data);
    } catch (error) {
      unstable_rethrow(error);
      if (!elsewhere || !sent || !isElsewhere(error)) return explain(domain, name, error);
      const found = await elsewhere(error, parsed.data, sent);
      if ("conflict" in found) return found;
      if ("refusal" in found) return { ...(await explain(domain, name, found.refusal)), copy: found.copy };
      if (tries === 1) return explain(domain, name, error);
      return attempt({ ...typed, version: String(found.over) }, sent, tries - 1);
    }
  }

  return async (_previous, form) => {
    const values = formValues(form);
    const sent = elsewhere && sentOf(values);
    const answer = { values: withoutPasswords(sent?.values ?? values) };
    if (!(await isSameOrigin())) return { ...answer, message: (await sentences(domain))("origin") };
    if (sent?.keepsTheirs) {
      await requireSignedIn();
      revalidatePath("/", "layout");
      return { kept: true };
    }
    let outcome: Outcome | FormState;
    try {
      outcome = await attempt(sent?.typed ?? values, sent, mostTries);
    } catch (error) {
      unstable_rethrow(error);
      outcome = await explain(domain, name, error);
    }
    if (!("entity" in outcome)) return { ...answer, ...outcome };
    if (revalidate) revalidatePath("/", "layout");
    if (outcome.to) redirect(outcome.to);
    const { entity, ids, shownOnce, count } = outcome;
    return { saved: { entity, ids, ...(shownOnce && { shownOnce }), ...(count !== undefined && { count }) } };
  };
}

function withoutPasswords(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|token/i.test(name)));
}

const sentences = async (domain: string): Promise<Say> => sentencesOf(domain, await getTranslations());

/** What a form says that was not accepted: a sentence for each of its fields, and one above them. */
export async function sentencesFor(domain: string, error: z.ZodError): Promise<FormState> {
  const say = await sentences(domain);
  return { errors: errorsByField(error, say), message: say("form") };
}

async function explain(domain: string, name: string, error: unknown): Promise<FormState> {
  const say = await sentences(domain);
  if (error instanceof Refusal) {
    const text = say(error.code, error.params);
    const see = error.see && { see: error.see };
    return error.field
      ? { errors: { [error.field]: [text] }, message: say("form"), ...see }
      : { message: text, ...see };
  }
  const reference = requestId() ?? newReference();
  log.error("action.failed", error, { action: name, reference });
  return { message: say(isDiskFull(error) ? "diskFull" : "unexpected", { reference }) };
}
