import "server-only";
import {
  generateRegistrationOptions,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { type AccountDb, beforeSignIn, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import type { Account } from "../../schema";
import { startStep, takeStep } from "../../steps";
import { relyingParty, userHandle } from "../party";
import { refused } from "../refused";
import type { PasskeyAttestation } from "../schema";

/** EdDSA, ES256, RS256: what Node checks in every version Vouch runs on. */
const algorithms = [-8, -7, -257];
const most = 20;

/** What a browser needs to make a passkey, for the next minutes and once. */
export async function askForNewPasskey(owner: OwnerId, account: Account) {
  const { challenge, known } = await beforeSignIn(async (db) => ({
    challenge: await startStep(db, "PASSKEY_ADD", owner),
    known: await db.passkey.findMany({ where: { userId: owner }, select: { credentialId: true, transports: true } }),
  }));
  const { id, name } = relyingParty();
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: userHandle(owner),
    userName: account.email,
    userDisplayName: account.name,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
    timeout: 5 * 60_000,
  });
}

export type NewPasskey = {
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
};

/** Keeps a passkey that was checked; answers with its id. Throws the Refusal `passkeyKnown` or `tooManyPasskeys`. */
export async function addPasskey(db: AccountDb, name: string, passkey: NewPasskey): Promise<string> {
  if ((await db.passkey.count({ where: { userId: db.owner } })) >= most) {
    throw new Refusal("tooManyPasskeys", undefined, { most });
  }
  const { credentialId } = passkey;
  const known = await db.passkey.findUnique({ where: { credentialId }, select: { id: true } });
  if (known) throw new Refusal("passkeyKnown");
  const { id } = await db.passkey.create({ data: { userId: db.owner, name, ...passkey }, select: { id: true } });
  return id;
}

/**
 * What the owner's browser has just made, if it is what it was asked for; the question is used up. Throws the Refusal
 * `passkeyRefused`, or `passkeyLate` where it wasn't asked or too long ago.
 */
export async function checkNewPasskey(owner: OwnerId, made: PasskeyAttestation): Promise<NewPasskey> {
  const { credential } = await verify(owner, made);
  const { id: credentialId, publicKey, counter } = credential;
  return { credentialId, publicKey, counter, transports: made.response.transports };
}

async function verify(owner: OwnerId, made: PasskeyAttestation) {
  const { id, origin } = relyingParty();
  const answer: VerifiedRegistrationResponse = await verifyRegistrationResponse({
    response: { ...made, clientExtensionResults: {} },
    expectedChallenge: async (challenge) => {
      const step = await beforeSignIn((db) => takeStep(db, "PASSKEY_ADD", challenge));
      if (step?.owner !== owner) throw new Refusal("passkeyLate");
      return true;
    },
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(refused);
  return answer.registrationInfo ?? refused();
}
