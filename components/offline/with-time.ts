import { dayOf, timeOf } from "@/lib/dates/format";

type Values = Record<string, string | string[]>;

/** Today without a time means now, and now is when it was typed, not when it is sent. */
export function withTime(values: Values, now: Date, timeZone: string): Values {
  const meansNow = values.day === dayOf(now, timeZone) && !values.time;
  return meansNow ? { ...values, time: timeOf(now, timeZone) } : values;
}
