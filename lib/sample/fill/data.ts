// Writes the sample world through the data functions the screens use, so that it holds whatever they hold. What follows
// from it is made twice in all, not with every row: somebody waits for it.
import "server-only";
import { saveAssessment } from "@/lib/assessment/data";
import { createCheck } from "@/lib/checks/data";
import { countConnections } from "@/lib/connections/groups/data";
import { recordNetwork } from "@/lib/connections/network/data";
import { createContact } from "@/lib/contacts/data";
import type { OwnerDb } from "@/lib/db";
import { derive, restDerived } from "@/lib/derived/data";
import { answerOutgoing, markSent, receiveInvitation } from "@/lib/invitations/data";
import { firstName } from "@/lib/invitations/note";
import { recordStanding } from "@/lib/network/days/data";
import { newOperationKey } from "@/lib/operation-key";
import { countOverview } from "@/lib/strength/lanes/data";
import type { Overview } from "@/lib/strength/schema";
import { Prisma } from "@/prisma/generated/client";
import { samplePeople } from "../world/people";
import { at } from "../world/subjects";
import type { SamplePerson } from "../world/types";
import { addExchange, addFollowUps, addIntroductions } from "./desk/data";
import { dayAgo, daysAgo, type SampleOwner, workingMoment } from "./when";

/** Fills an owner who has nothing yet. The owner's other writes wait until the transaction ends. */
export async function fillSample(db: OwnerDb, owner: SampleOwner): Promise<void> {
  const { now } = owner;
  await restDerived(db);
  const ids: string[] = [];
  for (const [index, person] of samplePeople.entries()) ids.push(await addPerson(db, person, index, now));
  const having = (story: SamplePerson["story"]) => ids.filter((_, index) => samplePeople[index]?.story === story);
  const everybody = Prisma.sql`select unnest(${ids}::uuid[])`;
  await derive(db, everybody); // an invitation keeps how they stood when it was sent
  for (const [index, person] of samplePeople.entries()) await addInvitation(db, person, ids[index] ?? "", index, owner);
  await addExchange(db, having("connected"), owner);
  await addIntroductions(db, having("connected").slice(10), now);
  await addFollowUps(db, [...having("ready"), ...having("needs a check"), ...having("connected")], now);
  await derive(db, everybody);
  await addDays(db, now);
}

async function addPerson(db: OwnerDb, person: SamplePerson, index: number, now: Date): Promise<string> {
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
    ...(connected &&
      !wasInvited(person, index) && {
        connectionStatus: "CONNECTED",
        connectedOn: dayAgo(now, 30 + ((index * 53) % 690)),
      }),
  });
  await addMeetings(db, person, id, index, now);
  for (const { daysAgo: days, ...check } of person.checks) {
    const checkedAt = workingMoment(now, days, index);
    await createCheck(db, newOperationKey(), id, { ...check, checkedAt, expiresAt: null });
  }
  if (person.assessment) await saveAssessment(db, id, null, person.assessment);
  return id;
}

/** Half of the connected were invited from here and accepted. */
const wasInvited = ({ story }: SamplePerson, index: number) => story === "connected" && index % 2 === 0;

/** All of a person's at once: there are hundreds in all. */
async function addMeetings(db: OwnerDb, { meetings }: SamplePerson, contactId: string, index: number, now: Date) {
  const { owner: ownerId } = db;
  const made = meetings.map(({ daysAgo: days, ...what }) => ({
    ...what,
    id: newOperationKey(),
    ownerId,
    occurredAt: workingMoment(now, days, index + days),
  }));
  await db.interaction.createMany({ data: made });
  await db.interactionContact.createMany({ data: made.map(({ id }) => ({ ownerId, interactionId: id, contactId })) });
}

async function addInvitation(db: OwnerDb, person: SamplePerson, id: string, index: number, { name, now }: SampleOwner) {
  const { story, fullName } = person;
  if (story === "invited" || story === "withdrawn" || wasInvited(person, index)) {
    const note = `Hi ${firstName(fullName)}, our talk stayed with me, and I’d like to keep comparing notes. — ${firstName(name) ?? name}`;
    const ago = 12 + (index % 7) * 11 + (story === "connected" ? 60 : 0);
    const sent = await markSent(db, id, note, { now: daysAgo(now, ago) });
    if (story === "connected") {
      const when = daysAgo(now, ago - 1 - (index % 9));
      await answerOutgoing(db, sent, "ACCEPTED", { today: dayAgo(when, 0), now: when });
    }
    if (story === "withdrawn") {
      const when = daysAgo(now, 2 + (index % 5));
      await answerOutgoing(db, sent, "WITHDRAWN", { today: dayAgo(when, 0), now: when });
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

/** The last forty weeks, as if somebody had looked every fourth, with ever more of what there is today. */
async function addDays(db: OwnerDb, now: Date) {
  const { vouched } = await countConnections(db);
  const { verdicts, bands } = await countOverview(db);
  for (let week = 40; week > 0; week -= 4) {
    const day = daysAgo(now, week * 7);
    const share = 1 - week / 50;
    const connected = { connectionStatus: "CONNECTED", connectedOn: { lte: day } } as const;
    const all = await db.contact.count({ where: { ownerId: db.owner, ...connected } });
    await recordNetwork(db, dayAgo(day, 0), { all, vouched: Math.min(all, Math.round(vouched * share)) });
    const then = { verdicts: { ...shareOf(verdicts, share), CONNECTED: all }, bands: shareOf(bands, share) };
    await recordStanding(db, dayAgo(day, 0), then);
  }
}

const shareOf = <Counts extends Overview["verdicts"] | Overview["bands"]>(counts: Counts, share: number) =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, Math.round(count * share)])) as Counts;
