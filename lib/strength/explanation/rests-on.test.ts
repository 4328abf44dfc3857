import { expect, test } from "vitest";
import { assessment, at, check, contact, contactId, evidence, read, standing, unmet } from "@/lib/testing/explanation";
import { explain } from "../explain";

test("each rule shows what it rests on, linked to where it can be changed", () => {
  const { rules: explained } = explain(
    { ...standing, twoWayDays: 3, interactionCount: 4, lastInteractionAt: at },
    {
      ...evidence,
      assessment,
      howWeMet: "At a fair",
      expertise: " ",
      lastMeeting: { id: "met", at },
      lastContact: { id: "called", at },
      checks: [check("1", "registry.example")],
      supportGiven: 1,
    },
  );
  expect(Object.fromEntries(explained.map(({ rule, evidence }) => [rule, evidence.map(read)]))).toEqual({
    knows: ["How you met: At a fair", "In touch both ways on 3 days"],
    desires: ["You want it to go deeper", "In common: Chess", "In common: Tromsø"],
    mutual: [
      "The goal: A joint talk",
      "You believe in what they do",
      "They believe in what you do",
      "Help given once, received never",
    ],
    verified: [
      "Last met in person on 2026-11-22",
      "Background: registry.example, valid until 2027-03-03",
      "You are stronger together",
    ],
    vouched: ["You would say: Ran the pilot on time", "You would introduce them"],
    warm: ["4 interactions, the last on 2026-11-22"],
  });
});

test("each piece of evidence leads to the very thing it names", () => {
  const { rules: explained } = explain(
    { ...standing, twoWayDays: 3, interactionCount: 4 },
    {
      ...evidence,
      assessment,
      howWeMet: "At a fair",
      lastMeeting: { id: "met", at },
      lastContact: { id: "called", at },
      checks: [check("1", "registry.example")],
      supportGiven: 1,
    },
  );
  expect(explained.flatMap(({ evidence }) => evidence.map(({ key, href }) => [key, href]))).toEqual([
    ["evidence.how_we_met", `${contact}/edit#how_we_met`],
    ["evidence.two_way_days", `${contact}#timeline`],
    ["evidence.deepen", `${contact}/assessment#wants_to_deepen`],
    ["evidence.common_ground", `${contact}/assessment#common_ground`],
    ["evidence.common_ground", `${contact}/assessment#common_ground`],
    ["evidence.goal", `${contact}/assessment#goal`],
    ["evidence.i_believe", `${contact}/assessment#i_believe`],
    ["evidence.they_believe", `${contact}/assessment#they_believe`],
    ["evidence.support", `${contact}#between`],
    ["evidence.met", "/log/met"],
    ["evidence.check", `${contact}/checks/1`],
    ["evidence.synergy", `${contact}/assessment#synergy`],
    ["evidence.say", `${contact}/assessment#can_say`],
    ["evidence.introduce", `${contact}/assessment#would_introduce`],
    ["evidence.contact", "/log/called"],
  ]);
});

test("what holds says until when and what ends it; every rule has its one form", () => {
  const met = (until: string) => ({ met: true, until });
  const checksEnd = "2026-12-24T00:00:00.000Z";
  const { rules: explained } = explain(
    {
      ...standing,
      rules: {
        knows: met("forever"),
        desires: met(assessment.dueAt),
        mutual: unmet,
        verified: met(checksEnd),
        vouched: met(assessment.dueAt),
        warm: met("2027-02-01T00:00:00.000Z"),
      },
    },
    { ...evidence, assessment },
  );
  expect(explained.map(({ rule, lapse }) => [rule, lapse && read(lapse)])).toEqual([
    ["knows", "Holds for good"],
    ["desires", "Until 2027-01-01, when the assessment is due again"],
    ["mutual", null],
    ["verified", "Until 2026-12-24, when a check runs out"],
    ["vouched", "Until 2027-01-01, when the assessment is due again"],
    ["warm", "Until 2027-02-01, if nothing more happens"],
  ]);
  expect(explained.map(({ form }) => form.href)).toEqual([
    `${contact}/edit#how_we_met`,
    `${contact}/assessment`,
    `${contact}/assessment`,
    `${contact}/checks/new`,
    `${contact}/assessment`,
    `/log?contact=${contactId}`,
  ]);
});
