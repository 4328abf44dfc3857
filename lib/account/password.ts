import "server-only";
import { type Algorithm, hash, verify } from "@node-rs/argon2";

// OWASP's floor for argon2id: 19 MiB, two passes, one lane.
const options = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

// Verified when the e-mail is unknown, so that an unknown e-mail takes as long as a wrong password.
let decoy: Promise<string> | undefined;

/** Whether the password fits the hash; without a hash false, after the same work. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const fits = await verify(passwordHash ?? (await decoy), password, options);
  return fits && passwordHash !== null;
}
