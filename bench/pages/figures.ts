// What the pages' table holds, and which of the targets a row misses.
import { figure, type Summary } from "../speed/figures";

/** Of one page at one size. */
export type PageRow = {
  work: string;
  /** On whose data: "100,000 contacts"; nothing for the floor. */
  data: string;
  /** Milliseconds at one connection, to the answer's last byte. */
  time: Summary;
  /** The body as it was sent. */
  bytes: number;
  perSecond: number;
  /** The most memory the server held meanwhile; null where that can't be seen. */
  peakMb: number | null;
  /** Of screens alone. */
  script?: number;
  paintMs?: number;
};

/** Medians over those of the floor, and of the same page of the smallest owner. */
export type Compared = { overFloor: number; growth: number; rate: number };

export function compare(row: PageRow, floor: PageRow, smallest: PageRow): Compared {
  return {
    overFloor: row.time.median / floor.time.median,
    growth: row.time.median / smallest.time.median,
    rate: row.perSecond / floor.perSecond,
  };
}

export const most = {
  medianMs: 25,
  overFloor: 3,
  tail: 2,
  growth: 1.3,
  paintMs: 500,
  restMb: 200,
  loadMb: 500,
} as const;
/** Of the floor's requests a second, where a page is asked for all day. */
export const leastRate = 0.5;
const askedAllDay = new Set(["Today", "contacts, first page"]);

/** The targets that a row misses, by their columns. */
export function missed({ work, time, paintMs, peakMb }: PageRow, { overFloor, growth, rate }: Compared): string[] {
  const over = {
    median: time.median > most.medianMs,
    p95: time.p95 > most.tail * time.median,
    floor: overFloor > most.overFloor,
    growth: growth > most.growth,
    paint: (paintMs ?? 0) > most.paintMs,
    rate: askedAllDay.has(work) && rate < leastRate,
    memory: (peakMb ?? 0) > most.loadMb,
  };
  return Object.entries(over).flatMap(([name, isOver]) => (isOver ? [name] : []));
}

export const head = [
  ...["page", "data", "median", "p95", "× floor", "growth", "bytes", "script", "paint"],
  ...["requests/s", "of floor's", "memory", "missed"],
];

const decimals = (value: number) => value.toFixed(2);
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
const megabytes = (value: number) => `${value.toFixed(0)} MB`;

/** The row's cells; in brackets what the figure was in the run before, if that had it. */
export function cells(row: PageRow, compared: Compared, before: PageRow | undefined): string[] {
  const beside = (write: (value: number) => string, of: (row: PageRow) => number | null | undefined) => {
    const [now, was] = [of(row), before && of(before)];
    if (now === null || now === undefined) return "";
    return was === null || was === undefined ? write(now) : `${write(now)} (${write(was)})`;
  };
  const ms = (value: number) => figure(value, "ms");
  return [
    row.work,
    row.data,
    beside(ms, ({ time }) => time.median),
    beside(ms, ({ time }) => time.p95),
    decimals(compared.overFloor),
    decimals(compared.growth),
    beside(kilobytes, ({ bytes }) => bytes),
    beside(kilobytes, ({ script }) => script),
    beside(ms, ({ paintMs }) => paintMs),
    beside(
      (value) => value.toFixed(0),
      ({ perSecond }) => perSecond,
    ),
    decimals(compared.rate),
    beside(megabytes, ({ peakMb }) => peakMb),
    missed(row, compared).join(", "),
  ];
}
