import { z } from "zod";
import { type Role, roles } from "@/lib/account/words";
import { id, optionalText } from "@/lib/schema";
import { signUps } from "./words";

const role = z.enum(roles, "choose");

export const setSignUp = z.strictObject({ signUp: z.enum(signUps, "choose") });
export const invite = z.strictObject({ forWhom: optionalText(200), role });
export const revokeInvite = z.strictObject({ id });
export const setRole = z.strictObject({ id, role });
export const closeAccount = z.strictObject({ id });
export const reopenAccount = z.strictObject({ id });

/** An account as administrators see it: nothing of what is in it. */
export type Member = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isClosed: boolean;
  since: string;
  lastSeen: string | null;
};

/** `next` is where the following page begins. */
export type MemberPage = { members: Member[]; total: number; next: string | null };

export type OpenInvite = { id: string; forWhom: string | null; role: Role; expiresAt: string };

/** What the page is asked with: words of a name or e-mail, and where its page of accounts begins. */
export const peopleAddress = z.object({
  q: z.string().trim().max(200).catch(""),
  before: z.union([id, z.literal("")]).catch(""),
});
