// The sample world: eighty made-up people in all six verdicts, and what happened with them in two years.
// Days count back from today, so the sample is as fresh on every day it is made.
import { companies, familyNames, givenNames, places, positions } from "../names";
import { assessment, checks } from "./judgements";
import { meetings } from "./meetings";
import { at, plain, subjects } from "./subjects";
import type { SamplePerson, SampleStory } from "./types";

const cast: [SampleStory, number][] = [
  ["ready", 7],
  ["needs a check", 5],
  ["needs a meeting", 4],
  ["needs a goal", 4],
  ["needs words", 3],
  ["new", 14],
  ["wrote first", 4],
  ["invited", 5],
  ["concern", 2],
  ["not wanted", 2],
  ["withdrawn", 2],
  ["connected", 18],
  ["connected, thin", 10],
];

export const samplePeople: SamplePerson[] = cast
  .flatMap(([story, count]) => Array.from({ length: count }, () => story))
  .map((story, index) => person(story, index));

function person(story: SampleStory, index: number): SamplePerson {
  const fullName = `${at(givenNames, index * 17 + 3)} ${at(familyNames, index * 23 + 9 + Math.floor(index / givenNames.length))}`;
  const subject = at(subjects, index);
  const company = at(companies, index * 7 + 2);
  const known = story !== "connected, thin" && !(story === "new" && index % 3 === 0) && story !== "wrote first";
  return {
    story,
    fullName,
    company,
    position: at(positions, index * 11 + 1),
    location: at(places, index * 5 + 1),
    slug: plain(fullName),
    email: `${plain(fullName)}@${plain(company).replace(/[^a-z]/g, "")}.example`,
    howWeMet: known ? `Sat next to each other at ${subject.event}` : null,
    expertise: known ? subject.field : null,
    tag: subject.tag,
    meetings: meetings(story, index, subject),
    checks: checks(story, index, plain(company).replace(/[^a-z]/g, "")),
    assessment: assessment(story, index, subject),
  };
}
