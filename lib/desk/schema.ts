import { z } from "zod";

const whole = (least: number, most: number) =>
  z
    .string("number")
    .trim()
    .regex(/^\d{1,9}$/, "number")
    .transform(Number)
    .pipe(z.number().min(least, "tooSmall").max(most, "tooLarge"));

/** LinkedIn's limits as the owner knows them: sources disagree and LinkedIn changes them. And the owner's own measure. */
export const deskSetting = z.strictObject({
  noteLength: whole(1, 2_000),
  notesAMonth: whole(0, 10_000),
  invitationsAWeek: whole(1, 10_000),
  /** Days between two recommendations of the same two people, so that they don't look like a swap; 0 never warns. */
  recommendationGapDays: whole(0, 3_650),
});
export type DeskSetting = z.infer<typeof deskSetting>;

/** What an owner who set nothing has: a free account. The table's defaults are the same. */
export const freeAccount: DeskSetting = {
  noteLength: 200,
  notesAMonth: 5,
  invitationsAWeek: 100,
  recommendationGapDays: 30,
};

/** How much of a limit is used, and how much is left. */
export type Allowance = { used: number; limit: number; left: number };
export type Allowances = { noteLength: number; notesThisMonth: Allowance; invitationsThisWeek: Allowance };
