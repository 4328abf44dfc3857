import { expect, test } from "vitest";
import { newAccount, newLink, password } from "@/lib/testing/account";
import { testDatabase } from "@/lib/testing/database";
import { endSession, findSession, hasOwner, isSetupTokenValid, setUpFirstOwner, signInWithPassword } from "./data";

const database = testDatabase();

test("the setup link makes the first owner once, signed in", async () => {
  expect(await hasOwner()).toBe(false);
  const expired = await newLink(database.admin, null, "-1 minute");
  expect(await isSetupTokenValid(expired)).toBe(false);
  const token = await newLink(database.admin, null);
  expect(await isSetupTokenValid(token)).toBe(true);

  const input = {
    token,
    name: "Ada",
    email: "first@example.test",
    password,
    timeZone: "Europe/Oslo",
    locale: "de" as const,
  };
  await expect(setUpFirstOwner({ ...input, token: expired }, null)).rejects.toThrow("setupLink");
  const both = await Promise.allSettled([setUpFirstOwner(input, "a browser"), setUpFirstOwner(input, null)]);
  const made = both.filter((result) => result.status === "fulfilled");
  expect(made).toHaveLength(1);
  expect((await findSession(made[0]?.value ?? ""))?.account).toMatchObject({
    name: "Ada",
    timeZone: "Europe/Oslo",
    locale: "de",
  });
  expect(await hasOwner()).toBe(true);
  await expect(setUpFirstOwner({ ...input, token: await newLink(database.admin, null) }, null)).rejects.toThrow(
    "setupLink",
  );
});

test("the right password signs in, and signing out ends the session at once", async () => {
  const { email } = await newAccount(database.admin);
  const token = await signInWithPassword({ email, password }, null);
  expect((await findSession(token))?.account.email).toBe(email);
  await endSession(token);
  expect(await findSession(token)).toBeNull();
});

test("a wrong password and an unknown e-mail get the same answer", async () => {
  const { email } = await newAccount(database.admin);
  await expect(signInWithPassword({ email, password: "not this one" }, null)).rejects.toThrow("wrongPassword");
  await expect(signInWithPassword({ email: "no@example.test", password }, null)).rejects.toThrow("wrongPassword");
});
