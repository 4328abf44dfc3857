// An owner with a database of its own, and recommendations on their way.
import { beforeAll } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { getRecommendation } from "../board/data";
import { createRecommendation, moveRecommendation } from "../data";
import type { CreateRecommendation } from "../schema";
import type { RecommendationStatus } from "../words";

/** Already the 23rd where the owner is. */
export const clock = { timeZone: "Asia/Tokyo", now: new Date("2026-11-22T18:00:00Z") };

export const idea = (contactId: string): CreateRecommendation => ({
  contactId,
  direction: "GIVEN",
  status: "IDEA",
  work: "The Lisbon migration",
  text: null,
  dueOn: null,
  publishedOn: null,
});

/** Call at the top of a test file, whose tests share the owner. */
export function recommendationTest() {
  const database = testDatabase();
  let owner: OwnerId;
  let lena: string;
  beforeAll(async () => {
    owner = await database.newOwner();
    lena = await newContact("Lena Okafor");
  });
  const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

  const newContact = (fullName: string, connectionStatus: "CONNECTED" | "NONE" = "CONNECTED") =>
    run(async (db) => {
      const data = { ownerId: db.owner, fullName, connectionStatus };
      return (await db.contact.create({ data, select: { id: true } })).id;
    });

  const read = async (id: string) => {
    const found = await run((db) => getRecommendation(db, id, clock));
    if (!found) throw new Error("not found");
    return found;
  };

  return {
    database,
    run,
    newContact,
    lena: () => lena,
    /** Of Lena's, unless another contact is named. */
    create: (input: Partial<CreateRecommendation> = {}) =>
      run((db) => createRecommendation(db, { ...idea(lena), ...input }, clock)),
    read,
    move: async (id: string, status: RecommendationStatus, publishedOn: string | null = null) => {
      const { version } = await read(id);
      await run((db) => moveRecommendation(db, id, version, { status, publishedOn }, clock));
    },
  };
}
