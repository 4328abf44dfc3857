// What becomes of the fields of several contacts that are made one: what the owner chose, else what is proposed.
import type { Assessed, Candidate, Choices, MergedField } from "../schema";
import { type WrittenField, writtenFields } from "../words";

type Value = string | boolean | Assessed | null;

/** What the field holds for one of them, for comparing and for choosing. */
export function heldBy(person: Candidate, field: MergedField): Value {
  if (field === "connection") {
    return person.connectionStatus === "NONE" ? null : `${person.connectionStatus} ${person.connectedOn ?? ""}`;
  }
  return person[field];
}

const closest = ["CONNECTED", "INVITED", "RECEIVED", "REMOVED", "NONE"];
const isWritten = (field: MergedField): field is WrittenField => (writtenFields as readonly string[]).includes(field);

/** Those whose value counts: not empty, and each value once. Two assessments are two, whatever they say. */
export function differing(people: Candidate[], field: MergedField): Candidate[] {
  const seen = new Set<unknown>();
  return people.filter((person) => {
    const value = heldBy(person, field);
    if (value === null || value === "" || value === false || seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}

/**
 * Whose value is proposed: the fullest name, the closest connection, texts of everybody, else whoever was changed last
 * in the order given. Null where nobody has any.
 */
export function proposed(people: Candidate[], field: MergedField): string | null {
  const having = differing(people, field);
  const [first] = having;
  if (!first) return null;
  if ((isWritten(field) || field === "assessment") && having.length > 1) return "all";
  if (field === "fullName") return best(having, (person) => fullness(person.fullName)).id;
  if (field === "connection") return best(having, (person) => -closest.indexOf(person.connectionStatus)).id;
  return first.id;
}

/** More words written out are fuller; "Berg, Anna" is how a list says it. */
function fullness(name: string): number {
  const words = name.split(/[\s.]+/).filter((word) => word.length > 1);
  return words.length * 1000 + name.length - (name.includes(",") ? 100_000 : 0);
}

function best(people: Candidate[], worth: (person: Candidate) => number): Candidate {
  return people.reduce((one, other) => (worth(other) > worth(one) ? other : one));
}

export type Facts = Pick<
  Candidate,
  | (
      | "fullName"
      | "position"
      | "company"
      | "headline"
      | "location"
      | "connectionStatus"
      | "connectedOn"
      | "doNotConnect"
    )
  | WrittenField
>;

/** The one contact's own words. `people` are at least one. */
export function mergedFacts(people: Candidate[], choices: Choices): Facts {
  const [first] = people as [Candidate, ...Candidate[]];
  const whose = (field: MergedField) => {
    const id = people.some((person) => person.id === choices[field]) ? choices[field] : proposed(people, field);
    return people.find((person) => person.id === id);
  };
  const text = (field: WrittenField) => {
    const all = choices[field] === "all" || !people.some((person) => person.id === choices[field]);
    if (!all) return whose(field)?.[field] ?? null;
    return (
      differing(people, field)
        .map((person) => person[field])
        .join("\n\n") || null
    );
  };
  const connected = whose("connection") ?? first;
  return {
    fullName: whose("fullName")?.fullName ?? first.fullName,
    position: whose("position")?.position ?? null,
    company: whose("company")?.company ?? null,
    headline: whose("headline")?.headline ?? null,
    location: whose("location")?.location ?? null,
    connectionStatus: connected.connectionStatus,
    connectedOn: connected.connectedOn,
    doNotConnect: whose("doNotConnect")?.doNotConnect ?? false,
    howWeMet: text("howWeMet"),
    expertise: text("expertise"),
    geographicBarrier: text("geographicBarrier"),
    notes: text("notes"),
  };
}

/**
 * The one assessment: one of theirs as it is, or all of them together: the newest answer to each question, all common
 * ground, all texts. It counts from the oldest look of those it is made of: nothing is made newer by merging.
 */
export function mergedAssessment(people: Candidate[], choices: Choices): Assessed | null {
  const assessments = people.flatMap(({ id, assessment }) => (assessment ? [{ id, assessment }] : []));
  const chosen =
    assessments.find(({ id }) => id === choices.assessment) ?? (assessments.length === 1 ? assessments[0] : undefined);
  if (chosen) return chosen.assessment;
  const newest = assessments
    .map(({ assessment }) => assessment)
    .sort((a, b) => b.reviewedAt.localeCompare(a.reviewedAt));
  const last = newest.at(-1);
  if (!last) return null;
  const answer = <Key extends keyof Assessed>(key: Key) => newest.find((one) => one[key] !== null)?.[key] ?? null;
  const ground = newest.flatMap(({ commonGround }) => commonGround);
  const texts = (key: "goal" | "canSay") =>
    [...new Set(newest.flatMap((one) => (one[key] ? [one[key]] : [])))].join("\n\n") || null;
  return {
    wantsToDeepen: answer("wantsToDeepen"),
    iBelieve: answer("iBelieve"),
    theyBelieve: answer("theyBelieve"),
    synergy: answer("synergy"),
    wouldIntroduce: answer("wouldIntroduce"),
    commonGround: [...new Map(ground.map((entry) => [entry.trim().toLowerCase(), entry])).values()],
    goal: texts("goal"),
    canSay: texts("canSay"),
    reviewedAt: last.reviewedAt,
  };
}
