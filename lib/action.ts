import "server-only";
import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Account } from "./account/schema";
import { requireSignedIn } from "./auth";
import { asOwner, isDiskFull, type OwnerDb, type OwnerId } from "./db";
import { errorsByField, type Say, sentencesOf } from "./form-errors";
import type { FormAction, FormState } from "./form-state";
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
 */
export function ownerAction<Schema extends z.ZodType>(
  name: `${string}.${string}`,
  schema: Schema,
  handler: (db: OwnerDb, input: z.output<Schema>, account: Account) => Promise<Outcome>,
  {
    revalidate = true,
    timeoutMs,
    afterwards,
  }: { revalidate?: boolean; timeoutMs?: number; afterwards?: (owner: OwnerId) => Promise<void> } = {},
): FormAction {
  const run = async (input: z.output<Schema>) => {
    const { owner, account } = await requireSignedIn();
    const work = async (db: OwnerDb) => {
      const outcome = await handler(db, input, account);
      await db.auditEvent.create({
        data: { ownerId: owner, actorId: owner, action: name, entity: outcome.entity, entityIds: outcome.ids },
      });
      return outcome;
    };
    const written = await asOwner(owner, work, timeoutMs ? { timeoutMs } : {});
    await afterwards?.(owner);
    return written;
  };
  return guardedAction(name, schema, run, revalidate);
}

/** A server action for people who are not signed in: the same checks of origin and input, the same answers. */
export function guestAction<Schema extends z.ZodType>(
  name: `${string}.${string}`,
  schema: Schema,
  handler: (input: z.output<Schema>) => Promise<Outcome>,
): FormAction {
  return guardedAction(name, schema, handler);
}

function guardedAction<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Outcome>,
  revalidate = true,
): FormAction {
  const domain = name.split(".")[0] as string;
  return async (_previous, form) => {
    const typed = formValues(form);
    const answer = { values: withoutPasswords(typed) };
    if (!(await isSameOrigin())) return { ...answer, message: (await sentences(domain))("origin") };
    const parsed = schema.safeParse(typed);
    if (!parsed.success) return { ...answer, ...(await sentencesFor(domain, parsed.error)) };
    let outcome: Outcome;
    try {
      outcome = await run(parsed.data);
    } catch (error) {
      unstable_rethrow(error);
      return { ...answer, ...(await explain(domain, name, error)) };
    }
    if (revalidate) revalidatePath("/", "layout");
    if (outcome.to) redirect(outcome.to);
    const { entity, ids, shownOnce, count } = outcome;
    return { saved: { entity, ids, ...(shownOnce && { shownOnce }), ...(count !== undefined && { count }) } };
  };
}

function withoutPasswords(values: Record<string, string | string[]>) {
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
