import "server-only";
import { randomBytes } from "node:crypto";

/** Crockford's: no letter that is taken for a digit, none that is taken for another. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const howMany = 10;
/** 80 random bits: enough to keep only SHA-256 of each. */
const length = 16;

/** Ten codes as they are shown: "k3tz-09xf-wm4d-e7aq". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => {
    const letters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
    return (letters.match(/.{4}/g) ?? []).join("-");
  });
}

/** A code as it is hashed, however it was typed: any case, with or without hyphens, O for 0, I and L for 1. */
export function plainCode(typed: string): string {
  return typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1");
}
