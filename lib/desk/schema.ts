import { z } from "zod";

const whole = (least: number, most: number) =>
  z
    .string("number")
    .trim()
    .regex(/^\d{1,9}$/, "number")
    .transform(Number)
    .pipe(z.number().min(least, "tooSmall").max(most, "tooLarge"));

/** LinkedIn's limits as the owner knows them (sources disagree and LinkedIn changes them), and the owner's own measures. */
export const deskSetting = z.strictObject({
  noteLength: whole(1, 2_000),
  notesAMonth: whole(0, 10_000),
  invitationsAWeek: whole(1, 10_000),
  withdrawAfterDays: whole(1, 365),
  /** Days between two recommendations of the same two people, so that they don't look like a swap; 0 never warns. */
  recommendationGapDays: whole(0, 3_650),
});
export type DeskSetting = z.infer<typeof deskSetting>;

/** The form's: with the version it read, 0 where nothing was set. */
export const saveDeskSetting = deskSetting.extend({ version: z.coerce.number("unknown").int().min(0) });

/** What an owner who set nothing has: a free account. The table's defaults are the same. */
export const freeAccount: DeskSetting = {
  noteLength: 200,
  notesAMonth: 5,
  invitationsAWeek: 100,
  withdrawAfterDays: 21,
  recommendationGapDays: 30,
};

/** How much of a limit is used, how much is left, and the day on which the count starts anew. */
export type Allowance = { used: number; limit: number; left: number; freeOn: string };
export type Allowances = { noteLength: number; notesThisMonth: Allowance; invitationsThisWeek: Allowance };
