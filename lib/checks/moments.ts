import type { Account } from "@/lib/account/schema";
import { endOfDay, momentOf } from "@/lib/dates/moment";
import { typedDay } from "@/lib/dates/typed";
import { Refusal } from "@/lib/refusal";

type Days = { checkedOn: string; expiresOn: string | null };

/**
 * The days of the form as moments on the owner's clock; today's check is valid at once. Throws a Refusal: `dateWords`,
 * `expiry` (over before it was made), and as momentOf.
 */
export function moments<Input extends Days>(
  { checkedOn, expiresOn, ...input }: Input,
  account: Pick<Account, "locale" | "timeZone">,
  kept?: string,
) {
  const { timeZone } = account;
  const day = typedDay(checkedOn, account, { field: "checkedOn", prefer: "past" });
  const until = expiresOn === null ? null : typedDay(expiresOn, account, { field: "expiresOn", prefer: "future" });
  if (until !== null && until < day) throw new Refusal("expiry", "expiresOn");
  const checkedAt = momentOf({ day, time: null }, timeZone, new Date(), { kept, dayField: "checkedOn" });
  return { ...input, checkedAt, expiresAt: until && endOfDay(until, timeZone) };
}
