// Writes the sample owner's world through the same data functions the screens use, so that it holds whatever they hold.
import { saveAssessment } from "@/lib/assessment/data";
import { createCheck } from "@/lib/checks/data";
import { countConnections } from "@/lib/connections/groups/data";
import { recordNetwork } from "@/lib/connections/network/data";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { createFollowUp } from "@/lib/follow-ups/data";
import { logInteraction } from "@/lib/interactions/data";
import { logIntroduction } from "@/lib/introductions/data";
import { answerOutgoing, markSent, receiveInvitation } from "@/lib/invitations/data";
import { newOperationKey } from "@/lib/operation-key";
import { createRecommendation } from "@/lib/recommendations/data";
import { setCadence } from "@/lib/rhythm/data";
import { createSupportAct } from "@/lib/support/data";
import { demoPeople } from "./people";
import { at } from "./subjects";
import type { DemoPerson } from "./types";

const dayMs = 86_400_000;

/** Fills an empty owner. `now` is what all the days count back from. */
export async function fillDemoOwner(owner: OwnerId, timeZone: string, now = new Date()) {
  const clock = { timeZone, now };
  const ids: string[] = [];
  for (const [index, person] of demoPeople.entries()) {
    ids.push(await asOwner(owner, (db) => addPerson(db, person, index, now)));
  }
  await asOwner(owner, async (db) => {
    const having = (story: DemoPerson["story"]) => ids.filter((_, index) => demoPeople[index]?.story === story);
    await addExchange(db, having("connected"), clock);
    await addIntroductions(db, having("connected").slice(10), now);
    await addFollowUps(db, [...having("ready"), ...having("needs a check"), ...having("connected")], now);
    await addNetwork(db, now);
    await addRhythm(db, having("connected"));
  });
}

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * dayMs);
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/** Office hours, a different minute for everybody; today's lie a little back, so that nothing is in the future. */
function workingMoment(now: Date, days: number, index: number): string {
  const moment = new Date(Date.parse(`${dayOf(daysAgo(now, days))}T08:00Z`) + ((index * 37) % 540) * 60_000);
  return new Date(Math.min(moment.getTime(), now.getTime() - 60_000)).toISOString();
}

async function addPerson(db: OwnerDb, person: DemoPerson, index: number, now: Date): Promise<string> {
  const { story, fullName, position, company, location, howWeMet, expertise } = person;
  const connected = story === "connected" || story === "connected, thin";
  const id = await createContact(db, {
    fullName,
    position,
    company,
    location,
    howWeMet,
    expertise,
    linkedIn: [person.slug],
    emails: [person.email],
    tags: [person.tag],
    doNotConnect: story === "not wanted",
    notes: story === "not wanted" ? "Sent the whole list a sales pitch the day after we met." : null,
    ...(connected && { connectionStatus: "CONNECTED", connectedOn: dayOf(daysAgo(now, 30 + ((index * 53) % 690))) }),
  });
  for (const { daysAgo: days, ...what } of person.meetings) {
    const people = { contactIds: [id], newNames: [], names: [] };
    const nothingMore = { groupSize: null, followUpTitle: null, followUpDue: null };
    const occurredAt = workingMoment(now, days, index + days);
    await logInteraction(db, newOperationKey(), { ...people, ...what, ...nothingMore, occurredAt });
  }
  for (const { daysAgo: days, ...check } of person.checks) {
    const checkedAt = workingMoment(now, days, index);
    await createCheck(db, newOperationKey(), id, { ...check, checkedAt, expiresAt: null });
  }
  if (person.assessment) await saveAssessment(db, id, null, person.assessment);
  await addInvitation(db, person, id, index, now);
  return id;
}

async function addInvitation(db: OwnerDb, { story, fullName }: DemoPerson, id: string, index: number, now: Date) {
  const name = fullName.split(" ")[0];
  if (story === "invited" || story === "withdrawn") {
    const note = `Hi ${name}, our talk stayed with me, and I’d like to keep comparing notes. — Max`;
    const sent = await markSent(db, id, note, { now: daysAgo(now, 12 + (index % 7) * 11) });
    if (story === "withdrawn") {
      const when = daysAgo(now, 2 + (index % 5));
      await answerOutgoing(db, sent, "WITHDRAWN", { today: dayOf(when), now: when });
    }
  }
  if (story === "wrote first") {
    const words = [
      null,
      "I’d like to add you to my professional network.",
      "We spoke after your talk; may I ask about the pilot?",
    ];
    await receiveInvitation(db, id, at(words, index), daysAgo(now, 1 + (index % 6)));
  }
}

/** The network of the last forty weeks, as if somebody had looked every fourth and vouched for ever more of it. */
async function addNetwork(db: OwnerDb, now: Date) {
  const { vouched } = await countConnections(db);
  for (let week = 40; week > 0; week -= 4) {
    const day = daysAgo(now, week * 7);
    const connected = { connectionStatus: "CONNECTED", connectedOn: { lte: day } } as const;
    const all = await db.contact.count({ where: { ownerId: db.owner, ...connected } });
    await recordNetwork(db, dayOf(day), { all, vouched: Math.min(all, Math.round(vouched * (1 - week / 50))) });
  }
}

/** Recommendations in every state, and help in both directions, between people who are connected. */
async function addExchange(db: OwnerDb, people: string[], clock: { timeZone: string; now: Date }) {
  const states = [
    "IDEA",
    "REQUESTED",
    "DRAFTING",
    "SENT",
    "PUBLISHED",
    "PUBLISHED",
    "PUBLISHED",
    "DECLINED",
    "DRAFTING",
    "REQUESTED",
  ] as const;
  for (const [index, status] of states.entries()) {
    const written = status === "SENT" || status === "PUBLISHED" || status === "DRAFTING";
    await createRecommendation(
      db,
      {
        contactId: at(people, index),
        direction: index % 2 === 0 ? "GIVEN" : "RECEIVED",
        status,
        work: at(["The harbour pilot, 2025", "Two years on the data team", "The supplier negotiation"], index),
        text: written
          ? "We worked side by side for two years. What was promised came, on the day it was promised."
          : null,
        dueOn: status === "PUBLISHED" || status === "DECLINED" ? null : dayOf(daysAgo(clock.now, 6 - index * 3)),
        publishedOn: status === "PUBLISHED" ? dayOf(daysAgo(clock.now, 20 + index * 9)) : null,
      },
      clock,
    );
  }
  // One that came so soon after the owner's that it looks like a swap.
  await createRecommendation(
    db,
    {
      contactId: at(people, 4),
      direction: "RECEIVED",
      status: "PUBLISHED",
      work: "The harbour pilot, 2025",
      text: "Max asked the question nobody had asked, and stayed until it was answered.",
      dueOn: null,
      publishedOn: dayOf(daysAgo(clock.now, 20 + 4 * 9 - 12)),
    },
    clock,
  );
  for (const [index, contactId] of people.slice(0, 9).entries()) {
    await createSupportAct(db, newOperationKey(), {
      contactId,
      direction: index % 3 === 0 ? "GIVEN" : "RECEIVED",
      kind: at(["INTRODUCTION", "ADVICE", "REFERRAL"] as const, index),
      occurredAt: workingMoment(clock.now, 15 + index * 21, index),
      note: at(["Put her in touch with the grid operator", "Read the draft contract", "Sent a client our way"], index),
    });
  }
}

/** Some whom the owner introduced to each other, and some by whom the owner was introduced. */
async function addIntroductions(db: OwnerDb, people: string[], now: Date) {
  for (const [index, direction] of (["GIVEN", "RECEIVED", "GIVEN", "RECEIVED"] as const).entries()) {
    await logIntroduction(db, newOperationKey(), {
      direction,
      contactId: at(people, index * 2),
      otherId: at(people, index * 2 + 1),
      occurredAt: workingMoment(now, 11 + index * 40, index),
      note: at(["For the harbour pilot", "They look for a grid planner", "Both sing in a choir"], index),
      howWeMet: null,
    });
  }
}

/** Two whom the owner wants to hear from by their own measure. */
async function addRhythm(db: OwnerDb, people: string[]) {
  await setCadence(db, at(people, 0), { every: 6, unit: "WEEK" });
  await setCadence(db, at(people, 1), { every: 3, unit: "MONTH" });
}

async function addFollowUps(db: OwnerDb, people: string[], now: Date) {
  const titles = [
    "Send the paper I promised",
    "Ask about references",
    "Propose a date for lunch",
    "Share the workshop notes",
  ];
  for (const [index, contactId] of people.slice(0, 9).entries()) {
    await createFollowUp(db, { contactId, title: at(titles, index), dueOn: dayOf(daysAgo(now, 4 - index * 3)) });
  }
}
