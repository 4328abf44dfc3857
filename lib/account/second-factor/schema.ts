import { z } from "zod";
import { returnAddress } from "../return-address";

/** From the app, or a recovery code. */
const code = z.string("missing").trim().min(1, "missing").max(60, "tooLong");

export const switchOn = z.strictObject({ code });

export const signInWithCode = z.strictObject({
  code,
  /** Where to go then. */
  next: z.string().default("/").transform(returnAddress),
});

/** What pages may know of the second step. */
export type SecondFactor = { isOn: boolean; codesLeft: number };

/** What an app is given: as an address for its camera, and to be typed. */
export type SetUp = { address: string; typed: string };
