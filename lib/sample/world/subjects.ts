// What the sample people work on, and small helpers to deal lists out by index.

export const subjects = [
  {
    tag: "energy",
    field: "grid storage",
    event: "Grid Days",
    goal: "a joint talk on storage pilots in spring",
    can: "Ran the harbour pilot on time and said early what would slip",
  },
  {
    tag: "data",
    field: "data quality",
    event: "the data quality workshop",
    goal: "compare notes on lineage twice a year",
    can: "Found the broken feed everyone else had worked around",
  },
  {
    tag: "legal",
    field: "contract law",
    event: "the supplier negotiation",
    goal: "send each other the clients we can't serve",
    can: "Read forty pages overnight and named the one clause that mattered",
  },
  {
    tag: "transport",
    field: "rail signalling",
    event: "the signalling round table",
    goal: "write the interlocking guide together",
    can: "Explained the failure to the board without blaming anyone",
  },
  {
    tag: "health",
    field: "clinical trials",
    event: "the trial methods course",
    goal: "review each other's study designs",
    can: "Stopped a trial a week before it would have failed",
  },
  {
    tag: "design",
    field: "typography",
    event: "the type meet-up",
    goal: "swap critiques every quarter",
    can: "Turned a form nobody finished into one people thanked us for",
  },
  {
    tag: "finance",
    field: "venture finance",
    event: "the founders' breakfast",
    goal: "introduce two founders a year to each other",
    can: "Told a founder no in a way that helped",
  },
  {
    tag: "people",
    field: "hiring",
    event: "the hiring panel",
    goal: "trade interview notes on senior roles",
    can: "Hired the three best people I have worked with",
  },
] as const;

export type Subject = (typeof subjects)[number];

/** The i-th of a list, round and round. */
export const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A name as it stands in an address. */
export const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .toLowerCase()
    .replaceAll(" ", "-");
