import { TOTP } from "otpauth";
import type { Client } from "pg";
import { newRecoveryCodes, plainCode } from "@/lib/account/second-factor/recovery-codes";
import { seal } from "@/lib/account/second-factor/seal";
import { invitation, newSecret } from "@/lib/account/second-factor/totp";
import { hashToken } from "@/lib/account/token";

const halfMinute = 30_000;

/** An app that was given this secret, as it is typed: answers with the code of now, or of `late` half minutes from now. */
export function authenticator(typed: string): (late?: number) => string {
  const app = new TOTP({ secret: typed.replaceAll(" ", "") });
  return (late = 0) => app.generate({ timestamp: Date.now() + late * halfMinute });
}

/** A code that is not the app's, nor will be for as long as a test runs. */
export function wrongCode(codeOf: (late?: number) => string): string {
  const right = Array.from({ length: 12 }, (_, n) => codeOf(n - 3));
  return Array.from({ length: 13 }, (_, n) => String(n).padStart(6, "0")).find((code) => !right.includes(code)) ?? "";
}

/** Has the owner asked for codes, as the settings do, without them: answers with their app, and their recovery codes. */
export async function withCodes(admin: Client, owner: string, vouchSecret: string) {
  const secret = newSecret();
  await admin.query("insert into authenticator_app (user_id, secret, confirmed_at) values ($1, $2, now())", [
    owner,
    Buffer.from(seal(secret, owner, vouchSecret)),
  ]);
  const codes = newRecoveryCodes();
  await admin.query("insert into recovery_code (user_id, code_hash) select $1, unnest($2::bytea[])", [
    owner,
    codes.map((code) => Buffer.from(hashToken(plainCode(code)))),
  ]);
  return { codeOf: authenticator(invitation(secret, "").typed), codes };
}
