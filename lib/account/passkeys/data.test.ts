import { expect, test } from "vitest";
import { beforeSignIn, type OwnerId } from "@/lib/db";
import { asking } from "@/lib/testing/asking";
import { testDatabase } from "@/lib/testing/database";
import { softPasskey } from "@/lib/testing/soft-passkey";
import { findSession } from "../data";
import { addPasskey as add, askForNewPasskey, checkNewPasskey } from "./add/data";
import * as data from "./data";
import type { PasskeyAttestation } from "./schema";
import { askForPasskey, checkPasskey, signInWithPasskey } from "./use/data";

const database = testDatabase();
const account = {
  name: "Ada",
  email: "ada@example.test",
  role: "OWNER",
  locale: "en",
  timeZone: "UTC",
  theme: "SYSTEM",
} as const;

const [renamePasskey, removePasskey] = [asking(data.renamePasskey), asking(data.removePasskey)];
/** As the action does it. */
const addPasskey = async (owner: OwnerId, name: string, made: PasskeyAttestation) =>
  asking(add)(owner, name, await checkNewPasskey(owner, made));

const challengeToAdd = async (owner: OwnerId) => (await askForNewPasskey(owner, account)).challenge;
const challengeFor = async (owner: OwnerId | null) => (await askForPasskey(owner)).challenge;

const passkeysOf = (owner: OwnerId) => beforeSignIn((db) => data.listPasskeys(db, owner));

/** An owner who signs in with a passkey. */
async function withPasskey(device = softPasskey()) {
  const owner = await database.newOwner();
  const id = await addPasskey(owner, "Laptop", device.make(await challengeToAdd(owner)));
  return { owner, device, id };
}

const expireSteps = () => database.admin.query("update sign_in_step set expires_at = now() - interval '1 second'");

test("a passkey that was added signs its owner in, and is listed with when it was used", async () => {
  const { owner, device, id } = await withPasskey();
  expect(await passkeysOf(owner)).toMatchObject([{ id, name: "Laptop", lastUsedAt: null }]);
  const session = await signInWithPasskey(device.use(await challengeFor(null), owner), "a browser");
  expect((await findSession(session))?.owner).toBe(owner);
  expect((await passkeysOf(owner))[0]?.lastUsedAt).not.toBeNull();
});

test("what the browser is asked for can only be met by a passkey that knows its owner", async () => {
  const { owner } = await withPasskey();
  expect(await askForPasskey(null)).toMatchObject({ userVerification: "required", allowCredentials: [] });
  expect(await askForNewPasskey(owner, account)).toMatchObject({
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: [{ type: "public-key" }],
  });
});

test("a challenge is good once, also when it was answered wrongly, and for minutes", async () => {
  const { owner, device } = await withPasskey();
  const challenge = await challengeFor(null);
  await signInWithPasskey(device.use(challenge, owner), null);
  await expect(signInWithPasskey(device.use(challenge, owner), null)).rejects.toThrow("passkeyLate");

  const spoilt = await challengeFor(null);
  await expect(signInWithPasskey(device.use(spoilt, owner, { userVerified: false }), null)).rejects.toThrow(
    "passkeyRefused",
  );
  await expect(signInWithPasskey(device.use(spoilt, owner), null)).rejects.toThrow("passkeyLate");

  const old = await challengeFor(null);
  await expireSteps();
  await expect(signInWithPasskey(device.use(old, owner), null)).rejects.toThrow("passkeyLate");
});

test("of many who answer one challenge at once, one is signed in", async () => {
  const { owner, device } = await withPasskey(softPasskey({ counts: false }));
  const challenge = await challengeFor(null);
  const answers = Array.from({ length: 5 }, () => device.use(challenge, owner));
  const signedIn = await Promise.allSettled(answers.map((answer) => signInWithPasskey(answer, null)));
  expect(signedIn.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a challenge is good for what it was asked for, and for whom", async () => {
  const { owner, device } = await withPasskey();
  const other = await withPasskey();
  const toConfirm = await challengeFor(owner);
  await expect(signInWithPasskey(device.use(toConfirm, owner), null)).rejects.toThrow("passkeyLate");
  const toSignIn = await challengeFor(null);
  await expect(checkPasskey(device.use(toSignIn, owner), owner)).rejects.toThrow("passkeyLate");
  const forOther = await challengeFor(other.owner);
  await expect(checkPasskey(device.use(forOther, owner), owner)).rejects.toThrow("passkeyLate");
  const toAdd = await challengeToAdd(other.owner);
  await expect(addPasskey(owner, "Stolen", softPasskey().make(toAdd))).rejects.toThrow("passkeyLate");
  expect(await checkPasskey(device.use(await challengeFor(owner), owner), owner)).toBe(owner);
});

test("from another site, for another address, by another key or without its owner's finger it is refused", async () => {
  const { owner, device } = await withPasskey();
  for (const said of [{ origin: "https://evil.example" }, { address: "evil.example" }, { userVerified: false }]) {
    const answer = device.use(await challengeFor(null), owner, said);
    await expect(signInWithPasskey(answer, null), JSON.stringify(said)).rejects.toThrow("passkeyRefused");
    const made = softPasskey().make(await challengeToAdd(owner), said);
    await expect(addPasskey(owner, "Other", made), JSON.stringify(said)).rejects.toThrow("passkeyRefused");
  }
  const challenge = await challengeFor(null);
  const { id, rawId } = device.use(challenge, owner);
  const forged = { ...softPasskey().use(challenge, owner), id, rawId };
  await expect(signInWithPasskey(forged, null)).rejects.toThrow("passkeyRefused");
  expect(await passkeysOf(owner)).toMatchObject([{ lastUsedAt: null }]);
});

test("a counter that doesn't go on means that there are two of it: neither is let in by an old one", async () => {
  const { owner, device } = await withPasskey();
  device.uses = 41;
  await signInWithPasskey(device.use(await challengeFor(null), owner), null);
  device.uses = 41;
  await expect(signInWithPasskey(device.use(await challengeFor(null), owner), null)).rejects.toThrow("passkeyRefused");
  device.uses = 2 ** 32 - 2;
  await signInWithPasskey(device.use(await challengeFor(null), owner), null);
});

test("another owner's passkey confirms nobody, can't be added again, and is neither renamed nor removed", async () => {
  const { owner, device, id } = await withPasskey();
  const stranger = await database.newOwner();
  const answer = device.use(await challengeFor(stranger), owner);
  await expect(checkPasskey(answer, stranger)).rejects.toThrow("passkeyUnknown");
  const again = device.make(await challengeToAdd(stranger));
  await expect(addPasskey(stranger, "Mine now", again)).rejects.toThrow("passkeyKnown");
  await expect(renamePasskey(stranger, id, "Mine now")).rejects.toThrow("passkeyGone");
  await expect(removePasskey(stranger, id)).rejects.toThrow("passkeyGone");
  expect(await passkeysOf(owner)).toMatchObject([{ name: "Laptop" }]);
});

test("an answer that names somebody else than the passkey's owner is refused", async () => {
  const { device } = await withPasskey();
  const other = await database.newOwner();
  await expect(signInWithPasskey(device.use(await challengeFor(null), other), null)).rejects.toThrow("passkeyRefused");
});

test("a removed passkey signs nobody in", async () => {
  const { owner, device, id } = await withPasskey();
  await renamePasskey(owner, id, "Old laptop");
  expect(await passkeysOf(owner)).toMatchObject([{ name: "Old laptop" }]);
  await removePasskey(owner, id);
  expect(await passkeysOf(owner)).toEqual([]);
  await expect(signInWithPasskey(device.use(await challengeFor(null), owner), null)).rejects.toThrow("passkeyUnknown");
});
