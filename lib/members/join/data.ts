import "server-only";
import { startSession } from "@/lib/account/data";
import type { Identity } from "@/lib/account/oidc/schema";
import { newPasswordHash } from "@/lib/account/password/new-password";
import { withAddress } from "@/lib/account/throttle";
import { hashToken } from "@/lib/account/token";
import { countTry, uncountTry } from "@/lib/account/tries";
import type { Role } from "@/lib/account/words";
import { beforeSignIn, type OwnerId, type SignInDb } from "@/lib/db";
import type { Language } from "@/lib/i18n/languages";
import { Refusal } from "@/lib/refusal";
import { isTaken } from "@/lib/taken";
import { stillOpen } from "../open-invites";
import type { SignUp } from "../words";
import type { Join, JoinByProvider, Welcome } from "./schema";

const ruleOf = async (db: SignInDb): Promise<SignUp> =>
  (await db.houseRule.findFirst({ select: { signUp: true } }))?.signUp ?? "INVITE";

/** Who may sign up: by invitation, until an administrator says otherwise. */
export const getSignUp = (): Promise<SignUp> => beforeSignIn(ruleOf);

/** Whether `token`, or nobody's invitation (""), makes an account now. */
export function getWelcome(token: string): Promise<Welcome> {
  return beforeSignIn((db) => welcome(db, token));
}

const open = (token: string) => ({ tokenHash: hashToken(token), ...stillOpen() });

async function welcome(db: SignInDb, token: string): Promise<Welcome> {
  // Nobody is here: the first account is made by the setup link, and by nothing that was allowed before.
  if ((await db.appUser.findFirst({ select: { id: true } })) === null) return "closed";
  const rule = await ruleOf(db);
  if (rule === "CLOSED") return "closed";
  if (!token) return rule === "OPEN" ? "welcome" : "byInvitation";
  return (await db.invite.findFirst({ where: open(token), select: { id: true } })) ? "welcome" : "inviteGone";
}

type InLanguage = { locale: Language };
type By = { userAgent: string | null; address: string | null };
type Joined = { owner: OwnerId; session: string; invite: string | null };

/**
 * Makes an account, signed in, and uses up the invitation. Throws a Refusal: `closed`, `byInvitation`, `inviteGone`,
 * `emailTaken`, or `wait` after too many tries from one address.
 */
export async function joinWithPassword({ password, ...account }: Join & InLanguage, by: By): Promise<Joined> {
  await expectWelcome(account.token, by); // before the password is hashed, which is meant to be slow
  return admit({ ...account, passwordHash: await newPasswordHash(password) }, by);
}

/** The same for whom the provider means; throws the Refusal `taken` too, where they have an account already. */
export async function joinWithIdentity(
  account: JoinByProvider & InLanguage,
  identity: Identity,
  by: By,
): Promise<Joined> {
  await expectWelcome(account.token, by);
  return admit(account, by, identity);
}

const triesFrom = (address: string) => `join:${address}`;

async function expectWelcome(token: string, { address }: By): Promise<void> {
  if (address) await beforeSignIn((db) => countTry(db, triesFrom(address), withAddress));
  const answer = await getWelcome(token);
  if (answer !== "welcome") throw new Refusal(answer);
}

async function admit(
  { token, ...account }: JoinByProvider & InLanguage & { passwordHash?: string },
  { userAgent, address }: By,
  identity?: Identity,
): Promise<Joined> {
  const joining = beforeSignIn(async (db) => {
    const known = identity && { where: { issuer_subject: identity }, select: { userId: true } };
    if (known && (await db.oidcIdentity.findUnique(known))) throw new Refusal("taken");
    const { role, invite } = await useInvite(db, token);
    const data = { ...account, role, ...(identity && { oidcIdentities: { create: identity } }) };
    const { id } = await db.appUser.create({ data, select: { id: true } });
    if (address) await uncountTry(db, triesFrom(address));
    return { owner: id as OwnerId, session: await startSession(db, id, userAgent), invite };
  });
  return joining.catch((error: unknown) => {
    if (isTaken(error, "oidc_identity_pkey")) throw new Refusal("taken");
    throw isTaken(error) ? new Refusal("emailTaken", "email") : error;
  });
}

/** Of two who use the same link at the same moment, one finds the row gone. */
async function useInvite(db: SignInDb, token: string): Promise<{ role: Role; invite: string | null }> {
  const answer = await welcome(db, token);
  if (answer !== "welcome") throw new Refusal(answer);
  if (!token) return { role: "OWNER", invite: null };
  const invite = await db.invite.findFirst({ where: open(token), select: { id: true, role: true } });
  const { count } = await db.invite.deleteMany({ where: open(token) });
  if (!invite || count !== 1) throw new Refusal("inviteGone");
  return { role: invite.role, invite: invite.id };
}
