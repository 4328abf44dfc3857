import "server-only";
import { Refusal } from "@/lib/refusal";
import { hashPassword } from "../password";
import { isCommon } from "./common";

/** The hash of a password somebody chooses. Throws the Refusal `passwordCommon` for one that is guessed first. */
export async function newPasswordHash(password: string): Promise<string> {
  if (await isCommon(password)) throw new Refusal("passwordCommon", "password");
  return hashPassword(password);
}
