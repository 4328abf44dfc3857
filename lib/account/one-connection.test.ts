// Whatever changes an account asks for no second connection while it holds one: ten at once on a pool of ten would wait for
// each other, and one on a pool of one for itself.
import { expect, test } from "vitest";
import { asAccount, type OwnerId } from "@/lib/db";
import { newAccount, password } from "@/lib/testing/account";
import { asking } from "@/lib/testing/asking";
import { authenticator } from "@/lib/testing/authenticator";
import { testDatabase } from "@/lib/testing/database";
import { renewFeed, revokeFeed } from "../calendar-feed/data";
import * as members from "../members/data";
import { deleteAccount } from "./leave/data";
import { connectIdentity, disconnectIdentity } from "./oidc/data";
import { changePassword, chooseFirstPassword, prepareChange } from "./password/data";
import { updateProfile } from "./profile/data";
import * as second from "./second-factor/data";
import { endOneSession, endSessions } from "./sessions/data";
import { nowhere } from "./throttle/data";

const database = testDatabase({ connections: 1 });
const issuer = "https://login.example/";

test("on a pool of one connection everything about an account is done", async () => {
  const [{ owner, email }, { owner: other }] = [await newAccount(database.admin), await newAccount(database.admin)];
  await database.admin.query("update app_user set role = 'ADMINISTRATOR' where id = $1", [owner]);
  const chosen = await prepareChange(
    { email, ...nowhere },
    { currentPassword: password, password: "quite another one" },
  );
  const act = <T>(work: Parameters<typeof asAccount<T>>[1], who: OwnerId = owner) => asAccount(who, work);
  await act((db) => changePassword(db, chosen, owner));
  await act((db) => updateProfile(db, { name: "Ada", locale: "de", timeZone: "UTC", theme: "DARK" }));
  await act((db) => second.startSetUp(db));
  const app = await act((db) => second.getSetUp(db, owner, email));
  await act((db) => second.switchOn(db, authenticator(app?.typed ?? "")(0)));
  await act((db) => second.renewRecoveryCodes(db));
  await act((db) => second.switchOff(db));
  await act((db) => second.cancelSetUp(db));
  await act((db) => connectIdentity(db, { issuer, subject: "ada" }));
  await act((db) => disconnectIdentity(db, issuer));
  await act((db) => renewFeed(db, true));
  await act((db) => revokeFeed(db));
  await act((db) => endSessions(db));
  await expect(asking(endOneSession)(owner, owner)).rejects.toThrow("sessionGone");
  await expect(act((db) => chooseFirstPassword(db, "a hash"))).rejects.toThrow("hasPassword");
  const { id } = await act((db) => members.makeInvite(db, { forWhom: null, role: "OWNER" }));
  await act((db) => members.revokeInvite(db, id));
  await act((db) => members.setSignUp(db, "OPEN"));
  await act((db) => members.closeAccount(db, other));
  await act((db) => members.reopenAccount(db, other));
  await act((db) => members.setRole(db, { id: other, role: "ADMINISTRATOR" }));
  await deleteAccount(owner, email, email);
  await act((db) => members.setRole(db, { id: other, role: "ADMINISTRATOR" }), other);
});
