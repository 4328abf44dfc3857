// A house with one administrator, and what its tests do again and again.
import { beforeEach } from "vitest";
import type { Role } from "@/lib/account/words";
import type { OwnerId } from "@/lib/db";
import { asking } from "@/lib/testing/asking";
import { testDatabase } from "@/lib/testing/database";
import { somebodyWaits } from "@/lib/testing/waiting";
import * as data from "../data";

export const password = "correct horse battery";
export const zone = { timeZone: "Europe/Oslo", locale: "en" as const };
export const [makeInvite, revokeInvite] = [asking(data.makeInvite), asking(data.revokeInvite)];
export const [setRole, setSignUp] = [asking(data.setRole), asking(data.setSignUp)];
export const [closeAccount, reopenAccount] = [asking(data.closeAccount), asking(data.reopenAccount)];

let count = 0;
export const newEmail = () => `member${++count}@example.test`;
/** From another address each time, unless a test is about the same one. */
export const by = (address = `192.0.2.${++count}`) => ({ userAgent: null, address });
export const person = (token: string, email = newEmail()) => ({
  ...{ token, name: "Ida Invited", email, password },
  ...zone,
});

/** Before each test there is nobody but `house.boss`, who lets in whom they invite. */
export function membersTest() {
  const database = testDatabase();
  const { admin } = database;
  const house = { boss: "" as OwnerId };

  async function account(role: Role = "OWNER"): Promise<OwnerId> {
    const owner = await database.newOwner();
    await admin.query("update app_user set role = $2 where id = $1", [owner, role]);
    return owner;
  }
  const emailOf = async (id: OwnerId) =>
    (await admin.query("select email from app_user where id = $1", [id])).rows[0].email as string;
  const roleOf = async (id: OwnerId) =>
    (await admin.query("select role from app_user where id = $1", [id])).rows[0].role as Role;
  const invite = async (role: Role = "OWNER") => (await makeInvite(house.boss, { forWhom: "Ida", role })).token;

  /** Runs `meanwhile` while a transaction has done `change` and not committed; answers once both are over. */
  async function whileUncommitted<T>(change: string, values: unknown[], meanwhile: () => Promise<T>) {
    const other = await admin.connect();
    try {
      await other.query("begin");
      await other.query(change, values);
      const asked = meanwhile().then(
        (answer) => answer,
        (error: Error) => error.message,
      );
      await somebodyWaits(admin);
      await other.query("commit");
      return await asked;
    } finally {
      await other.query("rollback"); // where it was committed there is nothing to take back
      other.release();
    }
  }

  beforeEach(async () => {
    await admin.query("delete from app_user");
    house.boss = await account("ADMINISTRATOR");
    await setSignUp(house.boss, "INVITE");
  });

  return { database, admin, house, account, emailOf, roleOf, invite, whileUncommitted };
}
