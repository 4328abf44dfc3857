import { z } from "zod";
import { returnAddress } from "../return-address";

/** A cookie holds it meanwhile, and no more than four thousand characters. */
const next = z.string().max(1_000).catch("/").default("/").transform(returnAddress);

/** What somebody goes to the provider for; `at`: the page of Settings where they show who they are. */
export const errand = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("signIn"), next }),
  z.strictObject({ to: z.literal("join"), token: z.string().max(100).default("") }),
  z.strictObject({ to: z.literal("connect") }),
  z.strictObject({ to: z.literal("confirm"), at: z.enum(["account", "people"]) }),
]);
export type Errand = z.output<typeof errand>;

/** What has to be known again when they come back: why they went, who they were, and what proves that it is them. */
export const departure = z.object({
  errand,
  owner: z.uuid().nullable(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** When they left, in seconds. */
  at: z.int(),
});
export type Departure = z.output<typeof departure>;

/** Whom the provider means, and what it says of them: that is to fill a form with, and proof of nothing. */
export const arrival = z.object({
  issuer: z.string(),
  subject: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  /** The invitation they came for: the next person at this browser comes for another, or none. */
  token: z.string(),
});
export type Arrival = z.output<typeof arrival>;
export type Identity = Pick<Arrival, "issuer" | "subject">;

/** How it ended, where a page has to say so. */
export const outcomes = [
  "gone",
  "failed",
  "refused",
  "expired",
  "unknown",
  "closed",
  "taken",
  "confirmFirst",
  "connected",
  "somebodyElse",
  "confirmed",
] as const;
export type Outcome = (typeof outcomes)[number];
