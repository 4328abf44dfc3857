import { givenNames } from "../names";
import { at, type Subject } from "./subjects";
import type { SampleCheck, SamplePerson, SampleStory } from "./types";

const check = (
  kind: SampleCheck["kind"],
  claim: string,
  sourceName: string,
  sourceUrl: string | null,
  daysAgo: number,
): SampleCheck => ({ kind, finding: "SUPPORTS", claim, sourceName, sourceUrl, independent: true, daysAgo, note: null });

export function checks(story: SampleStory, index: number, company: string): SampleCheck[] {
  if (["new", "wrote first", "connected, thin"].includes(story)) return [];
  const looks: SampleCheck[] = [
    check("BACKGROUND", "Works there in that role", "Team page", `https://www.${company}.example/team`, 20 + index),
    check(
      "TESTIMONIAL",
      "Delivers what was promised",
      `${at(givenNames, index + 5)}, a shared client`,
      null,
      index % 4 === 2 ? 345 + (index % 15) : 35 + index * 2, // some lapse within weeks
    ),
    check(
      "EXPERTISE",
      "Knows the field first-hand",
      "Conference programme",
      `https://programme${index % 9}.example/talks`,
      60 + index,
    ),
  ];
  if (story === "needs a check") return looks.slice(0, 1);
  if (story === "concern")
    return [
      ...looks,
      {
        ...check(
          "CREDENTIALS",
          "Holds the certificate on the profile",
          "Certificate register",
          "https://register.example/search",
          9,
        ),
        finding: "CONCERN",
        note: "The register has no entry under this name.",
      },
    ];
  return looks.slice(0, 2 + (index % 2));
}

export function assessment(story: SampleStory, index: number, subject: Subject): SamplePerson["assessment"] {
  if (["wrote first", "connected, thin"].includes(story) || (story === "new" && index % 2 === 0)) return null;
  if (story === "new") {
    return {
      wantsToDeepen: "YES",
      iBelieve: "UNSURE",
      theyBelieve: "UNSURE",
      synergy: "UNSURE",
      wouldIntroduce: "UNSURE",
      commonGround: [subject.field],
      goal: null,
      canSay: null,
    };
  }
  const noGoal = story === "needs a goal";
  const noWords = story === "needs words" || (story === "connected" && index % 5 === 0);
  return {
    wantsToDeepen: "YES",
    iBelieve: "YES",
    theyBelieve: noGoal && index % 2 === 0 ? "UNSURE" : "YES",
    synergy: "YES",
    wouldIntroduce: noWords ? "UNSURE" : "YES",
    commonGround: [subject.field, at(["mentoring", "long-distance hiking", "choir", "open data"], index)],
    goal: noGoal && index % 2 === 1 ? null : `We want to ${subject.goal.replace(/^a /, "give a ")}`,
    canSay: noWords ? null : subject.can,
  };
}
