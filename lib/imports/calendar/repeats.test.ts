import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { dayNumber, Patience, readRule, repeatedDays } from "./repeats";

const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const last = dayNumber(2030, 12, 31);

function days(rule: string, start: string, most = 8): string[] {
  const read = readRule(rule);
  if (!read) throw new Error("not followed");
  const [year = 0, month = 0, date = 0] = start.split("-").map(Number);
  const found: string[] = [];
  for (const each of repeatedDays(read, dayNumber(year, month, date), last, new Patience()))
    if (found.push(day(each)) >= most) break;
  return found;
}

test.each([
  ["FREQ=DAILY;INTERVAL=2;COUNT=3", "2024-01-01", ["2024-01-01", "2024-01-03", "2024-01-05"]],
  ["FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "2024-01-02", ["2024-01-02", "2024-01-04", "2024-01-09", "2024-01-11"]],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=3", "2024-01-07", ["2024-01-07", "2024-01-08", "2024-01-21"]],
  ["FREQ=MONTHLY;COUNT=3", "2024-01-31", ["2024-01-31", "2024-03-31", "2024-05-31"]],
  ["FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2024-01-26", ["2024-01-26", "2024-02-23"]],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", "2024-01-31", ["2024-01-31", "2024-02-29"]],
  ["FREQ=YEARLY;COUNT=2", "2024-02-29", ["2024-02-29", "2028-02-29"]],
  ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2", "2024-11-28", ["2024-11-28", "2025-11-27"]],
])("%s", (rule, start, expected) => expect(days(rule, start)).toEqual(expected));

test.each([
  ...[
    "FREQ=SECONDLY",
    "FREQ=HOURLY;COUNT=2",
    "FREQ=YEARLY;BYWEEKNO=53",
    "FREQ=DAILY;BYSETPOS=1",
    "FREQ=YEARLY;BYDAY=53MO",
  ],
  ...[
    "",
    "nonsense",
    "FREQ=",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;COUNT=x",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=MONTHLY;BYMONTH=13",
  ],
])("%s is left alone", (rule) => expect(readRule(rule)).toBeNull());

test("a rule that no day ever fits comes to an end", () => {
  expect(days("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "2015-01-01")).toEqual(["2015-01-01"]);
  expect(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2015-01-01")).toEqual(["2015-01-01"]);
});

test("agrees with ical.js where the first day fits the rule", () => {
  const two = (number: number) => String(number).padStart(2, "0");
  const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }).map((names) => `;BYDAY=${names.join()}`);
  const rule = fc.tuple(
    fc.oneof(
      fc.constant("FREQ=DAILY"),
      weekdays.map((names) => `FREQ=WEEKLY${names}`),
      fc.integer({ min: 1, max: 28 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`),
      fc.tuple(fc.constantFrom(1, 2, 3, 4, -1), weekday).map(([nth, name]) => `FREQ=MONTHLY;BYDAY=${nth}${name}`),
      fc.constant("FREQ=YEARLY"),
    ),
    fc.integer({ min: 1, max: 4 }),
  );
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 3_000 }), ([base, interval], offset) => {
      const written = `${base};INTERVAL=${interval}`;
      // From a day on that the rule itself gives, as calendars write it.
      const from = day(dayNumber(2012, 1, 1) + offset);
      const first = days(`${base}`, from, 2)[1];
      if (!first || /-(29|30|31)$/.test(first)) return;
      const theirs = ICAL.Recur.fromString(written).iterator(ICAL.Time.fromDateString(first));
      const expected = Array.from({ length: 6 }, () => {
        const { year, month, day: date } = theirs.next();
        return `${year}-${two(month)}-${two(date)}`;
      });
      expect(days(written, first, 6)).toEqual(expected.filter((each) => each <= "2030-12-31"));
    }),
    { numRuns: 150 },
  );
});

test("any rule comes to an end: no more days are looked at than patience allows", () => {
  const part = fc.constantFrom(
    ...["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "INTERVAL=1", "INTERVAL=10000", "COUNT=1000000"],
    ...["BYMONTH=2", "BYMONTHDAY=31", "BYMONTHDAY=-31", "BYDAY=5MO", "BYDAY=MO", "BYSETPOS=366", "UNTIL=x", "WKST=SU"],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.nat(1_000), (parts, most) => {
      const rule = readRule(parts.join(";"));
      if (!rule) return;
      const patience = new Patience(most);
      const found = [...repeatedDays(rule, dayNumber(1900, 1, 1), dayNumber(2400, 1, 1), patience)];
      expect(found.length).toBeLessThanOrEqual(most + 1);
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

test("any text is a rule or none", () => {
  const noise = fc.string({ unit: fc.constantFrom(..."FREQ=DAILY;BYMONTHUWK,-+0129 é") });
  fc.assert(fc.property(noise, (text) => void readRule(text)));
  expect(readRule(`FREQ=DAILY;BYMONTHDAY=${"1,".repeat(50_000)}`)).toBeNull();
});
