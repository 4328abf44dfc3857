import "server-only";
import type { z } from "zod";
import { type AccountOptions, accountAction, type GuardedAction, type Outcome } from "@/lib/action";
import { sessionToken } from "@/lib/auth";
import { type AccountDb, beforeSignIn, type SignInDb } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { SignedIn } from "../data";
import { isSessionConfirmed } from "./data";

/** Whether whoever asks has shown just now, by password, passkey or at the provider, who they are. */
export function isConfirmed(): Promise<boolean> {
  return beforeSignIn(isConfirmedIn);
}

async function isConfirmedIn(db: SignInDb): Promise<boolean> {
  const token = await sessionToken();
  return token !== null && isSessionConfirmed(db, token);
}

/** Throws the Refusal `confirmFirst` where they haven't. */
export async function expectConfirmed(db: SignInDb): Promise<void> {
  if (!(await isConfirmedIn(db))) throw new Refusal("confirmFirst");
}

/** An accountAction for who has just shown again who they are: what changes how one signs in. */
export function confirmedAction<Schema extends z.ZodType, Ready = undefined>(
  name: `${string}.${string}`,
  schema: Schema,
  handler: (db: AccountDb, input: z.output<Schema>, signedIn: SignedIn, ready: Ready) => Promise<Outcome>,
  { beforehand, ...options }: AccountOptions<z.output<Schema>, Ready> = {},
): GuardedAction<Schema> {
  return accountAction<Schema, Ready>(
    name,
    schema,
    async (db, ...given) => {
      await expectConfirmed(db);
      return handler(db, ...given);
    },
    {
      ...options,
      ...(beforehand && {
        beforehand: async (...given) => {
          await beforeSignIn(expectConfirmed);
          return beforehand(...given);
        },
      }),
    },
  );
}
