import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { OwnerId } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { noteInAudit } from "./note-in-audit";

testDatabase();

test("what is done stays done where its line can't be written", async () => {
  await expect(noteInAudit(randomUUID() as OwnerId, "members.join", "invite", [])).resolves.toBeUndefined();
});
