import { expect, test } from "vitest";
import { asAccount, type OwnerId } from "@/lib/db";
import { newAccount, newLink, password } from "@/lib/testing/account";
import { testDatabase } from "@/lib/testing/database";
import { findSession, setUpFirstOwner, signInWithPassword } from "../data";
import { isResetTokenValid } from "../reset/data";
import { type Guess, nowhere } from "../throttle/data";
import * as data from "./data";
import { type ChangePassword, changePassword as schema } from "./schema";

const database = testDatabase();
const other = "quite another battery";

/** As the action does it. */
async function changePassword({ session, ...guess }: Guess & { session: string }, input: ChangePassword) {
  const chosen = await data.prepareChange(guess, input);
  await asAccount(chosen.proven.userId as OwnerId, (db) => data.changePassword(db, chosen, session));
}

const isOpen = async (token: string) => (await findSession(token)) !== null;

async function signIn(email: string) {
  const token = await signInWithPassword({ email, password }, null);
  return { token, session: (await findSession(token))?.session ?? "" };
}

test("the first owner's password is held to the same, and the setup link still works then", async () => {
  const token = await newLink(database.admin, null);
  const first = { token, name: "Ada", email: "first@example.test", timeZone: "UTC", locale: "en" as const };
  await expect(setUpFirstOwner({ ...first, password: "passwordpassword" }, null)).rejects.toThrow("passwordCommon");
  expect(await isOpen(await setUpFirstOwner({ ...first, password }, null))).toBe(true);
});

test("the old password opens a new one: other sessions end, this one stays, links for another one stop", async () => {
  const { owner, email } = await newAccount(database.admin);
  const [here, elsewhere] = [await signIn(email), await signIn(email)];
  const link = await newLink(database.admin, owner);
  const from = { email, session: here.session, ...nowhere };
  await expect(changePassword(from, { currentPassword: "not this one", password: other })).rejects.toMatchObject({
    code: "wrongCurrent",
    field: "currentPassword",
  });
  expect(await isOpen(elsewhere.token)).toBe(true);

  await changePassword(from, { currentPassword: password, password: other });
  expect([await isOpen(here.token), await isOpen(elsewhere.token)]).toEqual([true, false]);
  expect(await isResetTokenValid(link)).toBe(false);
  await expect(signInWithPassword({ email, password }, null)).rejects.toThrow("wrongPassword");
  expect(await isOpen(await signInWithPassword({ email, password: other }, null))).toBe(true);
});

test("guessing at the old password is slowed down as signing in is, and counted with it", async () => {
  const { email } = await newAccount(database.admin);
  const { session } = await signIn(email);
  const guess = () =>
    changePassword({ email, session, ...nowhere }, { currentPassword: "wrong", password: other }).then(
      () => "changed",
      (error: Error) => error.message,
    );
  const answers: string[] = [];
  for (let n = 0; n < 12; n++) answers.push(await guess());
  expect(answers.slice(0, 5)).toEqual(Array(5).fill("wrongCurrent"));
  expect(answers.at(-1)).toBe("waitSeconds");
  await expect(signInWithPassword({ email, password }, null)).rejects.toThrow("waitSeconds");
});

test("whoever has only the old password doesn't get in while it is being changed", async () => {
  const { email } = await newAccount(database.admin);
  const { session } = await signIn(email);
  const tokens = [(await signIn(email)).token];
  let isChanged = false;
  const change = changePassword({ email, session, ...nowhere }, { currentPassword: password, password: other });
  const changed = change.finally(() => {
    isChanged = true;
  });
  const keepTrying = async () => {
    while (!isChanged)
      await signInWithPassword({ email, password }, null).then(
        (token) => tokens.push(token),
        () => {},
      );
  };
  await Promise.all([changed, keepTrying(), keepTrying(), keepTrying()]);
  for (const token of tokens) expect(await isOpen(token)).toBe(false);
});

test.each(["123456789012", "passwordpassword", "QwertyUiop12"])(
  "%s is refused: it is guessed first",
  async (common) => {
    const { email } = await newAccount(database.admin);
    const { session } = await signIn(email);
    const from = { email, session, ...nowhere };
    const refused = { code: "passwordCommon", field: "password" };
    await expect(changePassword(from, { currentPassword: password, password: common })).rejects.toMatchObject(refused);
    expect(await isOpen(await signInWithPassword({ email, password }, null))).toBe(true);
  },
);

test("twelve characters to 128, of whatever kind", () => {
  const isTaken = (chosen: string) => schema.safeParse({ currentPassword: password, password: chosen }).success;
  expect([11, 12, 128, 129].map((length) => isTaken("a".repeat(length)))).toEqual([false, true, true, false]);
  for (const chosen of ["            ", "只有汉字也可以当作密码吧", "nur kleine buchstaben"])
    expect(isTaken(chosen)).toBe(true);
});
