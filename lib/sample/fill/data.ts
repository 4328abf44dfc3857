// Writes the sample world: people and what happened at once, what is on the desk by the functions the screens use. What
// follows from it is made twice in all and not with every row: somebody waits for it.
import "server-only";
import { countConnections } from "@/lib/connections/groups/data";
import { recordNetwork } from "@/lib/connections/network/data";
import { normaliseEmail } from "@/lib/contacts/contact-point";
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
import { addExchange, addFollowUps, addIntroductions, addRhythm } from "./desk/data";
import { dayAgo, daysAgo, type SampleOwner, workingMoment } from "./when";

/** Fills an owner who has nothing yet. The owner's other writes wait until the transaction ends. */
export async function fillSample(db: OwnerDb, owner: SampleOwner): Promise<void> {
  const { now } = owner;
  await restDerived(db);
  const ids = samplePeople.map(() => newOperationKey());
  await addPeople(db, ids, now);
  await addMeetings(db, ids, now);
  await addJudgements(db, ids, now);
  const having = (story: SamplePerson["story"]) => ids.filter((_, index) => samplePeople[index]?.story === story);
  const everybody = Prisma.sql`select unnest(${ids}::uuid[])`;
  await derive(db, everybody); // an invitation keeps how they stood when it was sent
  for (const [index, person] of samplePeople.entries()) await addInvitation(db, person, ids[index] ?? "", index, owner);
  await addExchange(db, having("connected"), owner);
  await addIntroductions(db, having("connected").slice(10), now);
  await addRhythm(db, having("connected"));
  await addFollowUps(db, [...having("ready"), ...having("needs a check"), ...having("connected")], now);
  await derive(db, everybody);
  await addDays(db, now);
}

async function addPeople(db: OwnerDb, ids: string[], now: Date) {
  const { owner: ownerId } = db;
  await db.contact.createMany({ data: samplePeople.map((person, index) => contact(db, ids, person, index, now)) });
  const about = (index: number) => ({ ownerId, contactId: ids[index] ?? "" });
  await db.linkedinAlias.createMany({ data: samplePeople.map(({ slug }, index) => ({ ...about(index), slug })) });
  await db.contactPoint.createMany({
    data: samplePeople.map(({ email: value }, index) => ({
      ...about(index),
      ...{ kind: "EMAIL" as const, value, normalised: normaliseEmail(value) },
    })),
  });
  const tags = new Map(samplePeople.map(({ tag }) => [tag, newOperationKey()]));
  await db.tag.createMany({ data: [...tags].map(([name, id]) => ({ ownerId, id, name })) });
  await db.contactTag.createMany({
    data: samplePeople.map(({ tag }, index) => ({ ...about(index), tagId: tags.get(tag) ?? "" })),
  });
}

function contact(db: OwnerDb, ids: string[], person: SamplePerson, index: number, now: Date) {
  const { story, fullName, position, company, location, howWeMet, expertise } = person;
  const isConnected = (story === "connected" && !wasInvited(person, index)) || story === "connected, thin";
  return {
    ...{ ownerId: db.owner, id: ids[index] ?? "", fullName, position, company, location, howWeMet, expertise },
    doNotConnect: story === "not wanted",
    notes: story === "not wanted" ? "Sent the whole list a sales pitch the day after we met." : null,
    ...(isConnected && {
      connectionStatus: "CONNECTED" as const,
      connectedOn: daysAgo(now, 30 + ((index * 53) % 690)),
    }),
  };
}

/** Half of the connected were invited from here and accepted. */
const wasInvited = ({ story }: SamplePerson, index: number) => story === "connected" && index % 2 === 0;

async function addMeetings(db: OwnerDb, ids: string[], now: Date) {
  const { owner: ownerId } = db;
  const made = samplePeople.flatMap(({ meetings }, index) =>
    meetings.map(({ daysAgo: days, ...what }) => ({
      contactId: ids[index] ?? "",
      what: { ...what, ownerId, id: newOperationKey(), occurredAt: workingMoment(now, days, index + days) },
    })),
  );
  await db.interaction.createMany({ data: made.map(({ what }) => what) });
  await db.interactionContact.createMany({
    data: made.map(({ contactId, what: { id } }) => ({ ownerId, contactId, interactionId: id })),
  });
}

async function addJudgements(db: OwnerDb, ids: string[], now: Date) {
  const { owner: ownerId } = db;
  const about = (index: number) => ({ ownerId, contactId: ids[index] ?? "" });
  await db.credentialCheck.createMany({
    data: samplePeople.flatMap(({ checks }, index) =>
      checks.map(({ daysAgo: days, ...check }) => ({
        ...about(index),
        ...check,
        checkedAt: workingMoment(now, days, index),
      })),
    ),
  });
  await db.assessment.createMany({
    data: samplePeople.flatMap(({ assessment }, index) =>
      assessment ? [{ ...about(index), ...assessment, reviewedAt: now }] : [],
    ),
  });
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
