import "server-only";
import type { OwnerId, SignInDb } from "@/lib/db";
import { hashToken, newToken } from "./token";

/** For how many minutes an answer is waited for. A passkey's may have been offered in a field since the page was opened. */
const minutesFor = { CODE: 10, PASSKEY_SIGN_IN: 10, PASSKEY_CONFIRM: 5, PASSKEY_ADD: 5 } as const;

export type StepPurpose = keyof typeof minutesFor;
type Asked<Purpose extends StepPurpose> = Purpose extends "PASSKEY_SIGN_IN" ? null : OwnerId;

/** Waits for an answer from `owner` (null: from whoever will answer); the token, 256 random bits, goes to the browser. */
export async function startStep<Purpose extends StepPurpose>(
  db: SignInDb,
  purpose: Purpose,
  owner: Asked<Purpose>,
): Promise<string> {
  const now = Date.now();
  await db.signInStep.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  const token = newToken();
  const expiresAt = new Date(now + minutesFor[purpose] * 60_000);
  await db.signInStep.create({ data: { tokenHash: hashToken(token), purpose, userId: owner, expiresAt } });
  return token;
}

/** Whom the step asks, as long as it waits; null once it was answered, has expired or never was. */
export async function findStep(
  db: SignInDb,
  purpose: StepPurpose,
  token: string,
): Promise<{ owner: OwnerId | null } | null> {
  const step = await db.signInStep.findFirst({
    where: { tokenHash: hashToken(token), purpose, expiresAt: { gt: new Date() } },
    select: { userId: true },
  });
  return step && { owner: step.userId as OwnerId | null };
}

/** As findStep, and uses the step up: of several who take it one gets it. */
export async function takeStep(
  db: SignInDb,
  purpose: StepPurpose,
  token: string,
): Promise<{ owner: OwnerId | null } | null> {
  const step = await findStep(db, purpose, token);
  const { count } = await db.signInStep.deleteMany({ where: { tokenHash: hashToken(token), purpose } });
  return count === 1 ? step : null;
}
