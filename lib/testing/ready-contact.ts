import type { OwnerDb } from "@/lib/db";

const day = 86_400_000;

/** A contact with all that the six rules ask for: met twice, checked twice, assessed. Answers with the id. */
export async function addReadyContact(db: OwnerDb, fullName: string, now = new Date()): Promise<string> {
  const ownerId = db.owner;
  const { id: contactId } = await db.contact.create({
    data: { ownerId, fullName, howWeMet: "Data quality workshop in Leeds", expertise: "Data lineage" },
    select: { id: true },
  });
  for (const daysAgo of [20, 10]) {
    const { id: interactionId } = await db.interaction.create({
      data: { ownerId, kind: "IN_PERSON", occurredAt: new Date(now.getTime() - daysAgo * day) },
      select: { id: true },
    });
    await db.interactionContact.create({ data: { ownerId, interactionId, contactId } });
  }
  const check = { ownerId, contactId, finding: "SUPPORTS", independent: true } as const;
  await db.credentialCheck.createMany({
    data: [
      { ...check, kind: "CREDENTIALS", sourceUrl: "https://register.example/members" },
      { ...check, kind: "TESTIMONIAL", sourceName: "A shared client" },
    ],
  });
  await db.assessment.create({
    data: {
      ownerId,
      contactId,
      wantsToDeepen: "YES",
      iBelieve: "YES",
      theyBelieve: "YES",
      synergy: "YES",
      wouldIntroduce: "YES",
      commonGround: ["data quality", "climbing"],
      goal: "Compare notes on lineage",
      canSay: "She found the fault in our catalogue",
    },
  });
  return contactId;
}
