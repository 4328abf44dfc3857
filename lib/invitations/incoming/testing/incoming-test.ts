// An owner with a database of its own, whom people invite.
import { beforeEach } from "vitest";
import { createContact } from "@/lib/contacts/data";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { receiveInvitation } from "../../data";
import { listIncoming } from "../cards/data";
import type { IncomingCard } from "../schema";

/** Call at the top of a test file; each test has another owner. */
export function incomingTest() {
  const database = testDatabase();
  let owner: OwnerId;
  beforeEach(async () => {
    owner = await database.newOwner();
  });
  const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
  return {
    database,
    owner: () => owner,
    run,
    contact: (fullName: string, facts: Partial<Parameters<typeof createContact>[1]> = {}) =>
      run((db) => createContact(db, { fullName, ...facts })),
    receive: (contactId: string, message: string | null = null, at?: Date) =>
      run((db) => receiveInvitation(db, contactId, message, at)),
    /** Of an invitation that waits for an answer. */
    cardOf: async (invitation: string): Promise<IncomingCard> => {
      const { cards } = await run((db) => listIncoming(db));
      const card = cards.find(({ id }) => id === invitation);
      if (!card) throw new Error("no such card");
      return card;
    },
    meet: (contactId: string, kind: "IN_PERSON" | "CALL" | "MESSAGE", at: string, confirmed = true) =>
      run(async (db) => {
        const direction = kind === "MESSAGE" ? "INBOUND" : "JOINT";
        await db.interaction.create({
          data: {
            ownerId: db.owner,
            kind,
            direction,
            confirmed,
            occurredAt: new Date(at),
            notes: `${kind} notes`,
            contacts: { create: { contactId } },
          },
        });
      }),
  };
}
