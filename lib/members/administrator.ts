import "server-only";
import { notFound } from "next/navigation";
import type { Account } from "@/lib/account/schema";
import { requireSignedIn } from "@/lib/auth";
import type { OwnerId } from "@/lib/db";

/** The signed-in administrator; for everybody else who is signed in there is nothing here. */
export async function requireAdministrator(): Promise<{ owner: OwnerId; account: Account }> {
  const signedIn = await requireSignedIn();
  return signedIn.account.role === "ADMINISTRATOR" ? signedIn : notFound();
}
