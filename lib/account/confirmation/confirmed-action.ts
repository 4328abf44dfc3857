import "server-only";
import type { z } from "zod";
import { type Outcome, ownerAction } from "@/lib/action";
import { sessionToken } from "@/lib/auth";
import { beforeSignIn, type OwnerDb } from "@/lib/db";
import type { FormAction } from "@/lib/form-state";
import { Refusal } from "@/lib/refusal";
import type { Account } from "../schema";
import { isSessionConfirmed } from "./data";

/** Whether whoever asks has shown just now, by password or passkey, who they are. */
export async function isConfirmed(): Promise<boolean> {
  const token = await sessionToken();
  return token !== null && beforeSignIn((db) => isSessionConfirmed(db, token));
}

/** An ownerAction for what changes how its owner signs in: only for who has just shown again who they are. */
export function confirmedAction<Schema extends z.ZodType>(
  name: `${string}.${string}`,
  schema: Schema,
  handler: (db: OwnerDb, input: z.output<Schema>, account: Account) => Promise<Outcome>,
): FormAction {
  return ownerAction(name, schema, async (db, input, account) => {
    if (!(await isConfirmed())) throw new Refusal("confirmFirst");
    return handler(db, input, account);
  });
}
