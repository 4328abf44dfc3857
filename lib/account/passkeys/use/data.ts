import "server-only";
import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { beforeSignIn, type OwnerId } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { startSession } from "../../data";
import { startStep, takeStep } from "../../steps";
import { relyingParty, userHandle } from "../party";
import { refused } from "../refused";
import type { PasskeyAssertion } from "../schema";

/** What a browser needs to ask for a passkey: for one of the owner's, or (null) for whichever will sign somebody in. */
export async function askForPasskey(owner: OwnerId | null) {
  const { challenge, known } = await beforeSignIn(async (db) => ({
    challenge: owner ? await startStep(db, "PASSKEY_CONFIRM", owner) : await startStep(db, "PASSKEY_SIGN_IN", null),
    known: owner
      ? await db.passkey.findMany({ where: { userId: owner }, select: { credentialId: true, transports: true } })
      : [],
  }));
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    userVerification: "required",
    timeout: 5 * 60_000,
  });
}

/**
 * Signs in whose passkey gave this answer; answers with the session's token. The device has seen its owner's finger, face or
 * PIN, so nothing else is asked. Throws a Refusal as checkPasskey does.
 */
export async function signInWithPasskey(answer: PasskeyAssertion, userAgent: string | null): Promise<string> {
  const owner = await checkPasskey(answer, null);
  return beforeSignIn((db) => startSession(db, owner, userAgent));
}

/**
 * Whose passkey gave this answer, to a challenge of ours that is used up by it; it must be `owner`'s if one is named. Throws
 * a Refusal: `passkeyUnknown`, `passkeyLate`, or `passkeyRefused`, which is also said where its counter didn't go on: then
 * there are two of it.
 */
export async function checkPasskey(answer: PasskeyAssertion, owner: OwnerId | null): Promise<OwnerId> {
  const passkey = await beforeSignIn((db) => db.passkey.findUnique({ where: { credentialId: answer.id } }));
  if (!passkey || (owner && passkey.userId !== owner)) throw new Refusal("passkeyUnknown");
  const { id, origin } = relyingParty();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge: async (challenge) => {
      const purpose = owner ? "PASSKEY_CONFIRM" : "PASSKEY_SIGN_IN";
      const step = await beforeSignIn((db) => takeStep(db, purpose, challenge));
      if (!step || step.owner !== owner) throw new Refusal("passkeyLate");
      return true;
    },
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: Number(passkey.counter),
      transports: passkey.transports,
    },
  }).catch(refused);
  const handle = answer.response.userHandle;
  const isTheirs = !handle || Buffer.from(handle, "base64url").equals(userHandle(passkey.userId));
  if (!verified || !isTheirs) refused();
  const { newCounter } = authenticationInfo;
  const { count } = await beforeSignIn((db) =>
    db.passkey.updateMany({
      where: { id: passkey.id, ...(newCounter > 0 && { counter: { lt: newCounter } }) },
      data: { counter: newCounter, lastUsedAt: new Date() },
    }),
  );
  if (count !== 1) refused(); // removed meanwhile, or used twice at once
  return passkey.userId as OwnerId;
}
