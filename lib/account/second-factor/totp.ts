import "server-only";
import { Secret, TOTP } from "otpauth";
import type { SetUp } from "./schema";

// Codes as every authenticator app makes them: SHA-1, six digits, half a minute each (RFC 6238).

const periodMs = 30_000;

/** 160 random bits, as RFC 4226 asks for. */
export function newSecret(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Secret({ size: 20 }).bytes);
}

const totp = (secret: Uint8Array<ArrayBuffer>, label = "") =>
  new TOTP({ issuer: "Vouch", label, secret: new Secret({ buffer: secret.buffer }) });

/** What an app is given: the address that its camera reads, and the secret in groups of four, to be `typed`. */
export function invitation(secret: Uint8Array<ArrayBuffer>, label: string): SetUp {
  const code = totp(secret, label);
  return { address: code.toString(), typed: (code.secret.base32.match(/.{1,4}/g) ?? []).join(" ") };
}

/**
 * Of which half minute (counted from 1970) the code is; null where it is of none near `now`. One before and one after are
 * taken too: clocks differ, and typing takes its time.
 */
export function stepOf(secret: Uint8Array<ArrayBuffer>, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / periodMs) + delta;
}
