import "server-only";
import { headers } from "next/headers";
import { type Language, preferredLanguage } from "./languages";

/** What this request's browser likes to read, for whoever has no account to say so. */
export async function browserLanguage(): Promise<Language> {
  return preferredLanguage((await headers()).get("accept-language"));
}
