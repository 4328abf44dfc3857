import { z } from "zod";
import { id, memoryOf, text } from "@/lib/schema";
import { returnAddress } from "../return-address";

const base64url = z.string().regex(/^[\w-]{1,20000}$/);
const credential = { id: base64url, rawId: base64url, type: z.literal("public-key") };

// What the browser answers, as one field of the form. Browsers and password managers add to it as they please: whatever
// isn't asked for here is dropped.

/** That the passkey is there and was used. */
const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
export type PasskeyAssertion = z.infer<typeof assertion>;

/** A passkey made just now. */
const attestation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});
export type PasskeyAttestation = z.infer<typeof attestation>;

export const passkeyAnswer = z.strictObject({ answer: memoryOf(assertion) });

export const signInWithPasskey = z.strictObject({
  answer: memoryOf(assertion),
  /** Where to go then. */
  next: z.string().default("/").transform(returnAddress),
});

export const addPasskey = z.strictObject({ name: text(60), answer: memoryOf(attestation) });

export const renamePasskey = z.strictObject({ id, name: text(60) });

export const removePasskey = z.strictObject({ id });

/** What pages may know of a passkey. */
export type Passkey = { id: string; name: string; createdAt: string; lastUsedAt: string | null };
