// What is on the desk of the sample world: recommendations in every state, introductions, follow-ups.
import "server-only";
import type { OwnerDb } from "@/lib/db";
import { createFollowUp } from "@/lib/follow-ups/data";
import { logIntroduction } from "@/lib/introductions/data";
import { firstName } from "@/lib/invitations/note";
import { newOperationKey } from "@/lib/operation-key";
import { createRecommendation } from "@/lib/recommendations/data";
import { setCadence } from "@/lib/rhythm/data";
import { createSupportAct } from "@/lib/support/data";
import { at } from "../../world/subjects";
import { dayAgo, type SampleOwner, workingMoment } from "../when";

/** Recommendations in every state, and help in both directions, between people who are connected. */
export async function addExchange(db: OwnerDb, people: string[], { name, ...clock }: SampleOwner) {
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
        dueOn: status === "PUBLISHED" || status === "DECLINED" ? null : dayAgo(clock.now, 6 - index * 3),
        publishedOn: status === "PUBLISHED" ? dayAgo(clock.now, 20 + index * 9) : null,
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
      text: `${firstName(name) ?? name} asked the question nobody had asked, and stayed until it was answered.`,
      dueOn: null,
      publishedOn: dayAgo(clock.now, 20 + 4 * 9 - 12),
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
export async function addIntroductions(db: OwnerDb, people: string[], now: Date) {
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

export async function addFollowUps(db: OwnerDb, people: string[], now: Date) {
  const titles = [
    "Send the paper I promised",
    "Ask about references",
    "Propose a date for lunch",
    "Share the workshop notes",
  ];
  for (const [index, contactId] of people.slice(0, 9).entries()) {
    await createFollowUp(db, { contactId, title: at(titles, index), dueOn: dayAgo(now, 4 - index * 3) });
  }
}

/** Two whom the owner wants to hear from by their own measure. */
export async function addRhythm(db: OwnerDb, people: string[]) {
  await setCadence(db, at(people, 0), { every: 6, unit: "WEEK" });
  await setCadence(db, at(people, 1), { every: 3, unit: "MONTH" });
}
