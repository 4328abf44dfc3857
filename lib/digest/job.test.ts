// Against a real mail server: what arrives, when, and what is said when nothing does.
import { afterEach, beforeEach, expect, test } from "vitest";
import { asOwner, type OwnerDb, type OwnerId } from "@/lib/db";
import { createFollowUp } from "@/lib/follow-ups/data";
import { receiveInvitation } from "@/lib/invitations/data";
import { mailServerOf } from "@/lib/mail/server";
import { setCadence } from "@/lib/rhythm/data";
import { testDatabase } from "@/lib/testing/database";
import { startMailServer, type TestMailServer } from "@/lib/testing/mail-server";
import { addReadyContact } from "@/lib/testing/ready-contact";
import { getDigestSetting, saveDigestSetting } from "./data";
import { sendDigestNow, sendDueDigests } from "./job";
import { getDigestStatus, listDueDigests } from "./schedule/data";
import { noDigest } from "./schema";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;
let mails: TestMailServer;
beforeEach(async () => {
  await admin.query("delete from app_user");
  mails = await startMailServer();
  owner = await database.newOwner();
});
afterEach(() => mails.stop());

const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const choose = (setting: Partial<typeof noDigest> = {}) =>
  run((db) => saveDigestSetting(db, { ...noDigest, enabled: true, ...setting }));
/** As it is when the owner's hour has come. */
const itIsTime = () =>
  admin.query("update digest_schedule set next_at = now() - interval '1 minute' where user_id = $1", [owner]);
const addFollowUp = async (fullName = "Lena Okafor", title = "Send the paper") =>
  run(async (db) => {
    const { id: contactId } = await db.contact.create({ data: { ownerId: owner, fullName } });
    await createFollowUp(db, { contactId, title, dueOn: "2020-01-02" });
    return contactId;
  });
const status = () => getDigestStatus(owner);

test("it tells what waits, as text and as HTML, with links; and once a day, whoever asks how often", async () => {
  const id = await addFollowUp();
  await run(async (db) => {
    const ready = await addReadyContact(db, "Tomás Marín");
    const { id: rob } = await db.contact.create({ data: { ownerId: owner, fullName: "Rob Becker" } });
    await receiveInvitation(db, rob, "We met in Oslo");
    await setCadence(db, rob, { every: 6, unit: "WEEK" });
    await setCadence(db, ready, "NEVER");
  });
  await choose();
  await itIsTime();
  await Promise.all([1, 2, 3, 4].map(() => sendDueDigests(mails.sender)));
  await sendDueDigests(mails.sender);
  expect(mails.received).toHaveLength(1);
  const [mail] = mails.received;
  expect(mail?.headers.subject).toMatch(/^4 things wait on \w+day,? \d+ \w+$/);
  expect(mail?.headers.to).toContain("Olive Owner <");
  expect(mail?.headers.from).toBe("Vouch <vouch@example.test>");
  expect(mail?.headers["list-unsubscribe"]).toBe("<http://127.0.0.1:3000/settings#digest>");
  expect(mail?.text).toContain("Follow-ups (1)\n- Send the paper · Lena Okafor: due 2 Jan 2020\n");
  expect(mail?.text).toContain(`  http://127.0.0.1:3000/contacts/${id}\n`);
  expect(mail?.text).toContain("Keep in touch (1)\n- Rob Becker: you wanted to be in touch every 6 weeks; due ");
  expect(mail?.text).toContain("- Rob Becker: invited you today");
  expect(mail?.text).toContain("- Tomás Marín: ready until ");
  expect(mail?.html).toContain(`<a href="http://127.0.0.1:3000/contacts/${id}"`);
  expect(mail?.html).toContain(">Send the paper · Lena Okafor</a>");
  const { nextAt, sentAt, failure } = await status();
  expect([Date.parse(nextAt ?? "") > Date.now(), sentAt !== null, failure]).toEqual([true, true, null]);
  // Moved to a later hour of the same day: the day has had its mail.
  await choose({ hour: 23 });
  await itIsTime();
  await sendDueDigests(mails.sender);
  expect(mails.received).toHaveLength(1);
  expect(await listDueDigests(10)).toEqual([]);
});

test("nothing to say, no mail; but one that was asked for comes all the same", async () => {
  await choose();
  await itIsTime();
  await sendDueDigests(mails.sender);
  expect(mails.received).toEqual([]);
  expect(await listDueDigests(10)).toEqual([]);
  expect(await sendDigestNow(owner, mails.sender)).toBeNull();
  expect(mails.received[0]?.headers.subject).toMatch(/^Nothing waits on /);
});

test("only the parts that were chosen, and the first few of many with the count of the rest", async () => {
  for (let n = 1; n <= 9; n++) await addFollowUp(`Person ${n}`);
  await choose({ parts: ["touch"] });
  await itIsTime();
  await sendDueDigests(mails.sender);
  expect(mails.received).toEqual([]);
  await choose({ parts: ["followUps"] });
  await sendDigestNow(owner, mails.sender);
  expect(mails.received[0]?.text).toContain("Follow-ups (9)");
  expect(mails.received[0]?.text).toContain("And 2 more: http://127.0.0.1:3000/");
});

test("whatever is in a name stays in its line: umlauts, very long ones, and what would be a header", async () => {
  const evil = 'Jürgen "Ü" <script>alert(1)</script>\r\nBcc: thief@example.test\r\n\r\nEND';
  await addFollowUp(evil, `${"Grüße 😀 ".repeat(120)}`.trim().slice(0, 290));
  await admin.query("update app_user set name = $2 where id = $1", [owner, "Öl\r\nBcc: thief@example.test"]);
  await choose();
  await itIsTime();
  await sendDueDigests(mails.sender);
  const [mail] = mails.received;
  expect(mail?.to).toHaveLength(1);
  expect(Object.keys(mail?.headers ?? {})).not.toContain("bcc");
  expect(mail?.headers.to).toContain("Öl Bcc: thief@example.test");
  expect(mail?.text).toContain('Jürgen "Ü" <script>alert(1)</script> Bcc: thief@example.test END');
  expect(mail?.text).toContain("Grüße 😀 Grüße 😀");
  expect(mail?.html).toContain("Jürgen &quot;Ü&quot; &lt;script&gt;alert(1)&lt;/script&gt; Bcc:");
  expect(mail?.html).not.toContain("<script");
  expect(Math.max(...(mail?.raw.split("\r\n").map((line) => line.length) ?? []))).toBeLessThanOrEqual(998);
});

test("a server that is gone: said, tried again later, and sent once it is back", async () => {
  await addFollowUp();
  await choose();
  await itIsTime();
  const { sender, url } = mails;
  await mails.stop();
  await sendDueDigests(sender);
  const failed = await status();
  expect(failed.failure).toMatchObject({ why: "unreachable", again: true });
  const wait = Date.parse(failed.nextAt ?? "") - Date.now();
  expect(wait).toBeGreaterThan(4 * 60_000);
  expect(wait).toBeLessThanOrEqual(5 * 60_000);
  await itIsTime();
  await sendDueDigests(sender); // still gone: a longer wait
  expect(Date.parse((await status()).nextAt ?? "") - Date.now()).toBeGreaterThan(9 * 60_000);
  mails = await startMailServer({}, Number(new URL(url).port));
  await itIsTime();
  await sendDueDigests(sender);
  expect(mails.received).toHaveLength(1);
  expect(await status()).toMatchObject({ failure: null });
});

const saying = (responseCode: number) => Object.assign(new Error("no"), { responseCode });

test("a server that refuses: said, and not asked again before tomorrow; one that can't just now is", async () => {
  await addFollowUp();
  await choose();
  for (const [code, why, again] of [
    [550, "refused", false],
    [451, "later", true],
  ] as const) {
    const server = await startMailServer({ onRcptTo: (_, __, done) => done(saying(code)) });
    await admin.query("update digest_schedule set last_sent_on = null where user_id = $1", [owner]);
    await itIsTime();
    await sendDueDigests(server.sender);
    expect((await status()).failure).toMatchObject({ why, again });
    expect(await listDueDigests(10)).toEqual([]);
    await server.stop();
  }
});

test("a server that goes away with the mail in its hands is not given it twice", async () => {
  await addFollowUp();
  await choose();
  await itIsTime();
  const server = await startMailServer({ onData: (stream) => stream.on("end", () => void server.stop()).resume() });
  await sendDueDigests(server.sender);
  expect((await status()).failure).toMatchObject({ why: "unsure", again: false });
  await itIsTime();
  await sendDueDigests(mails.sender);
  expect(mails.received).toEqual([]);
});

test("a connection that isn't safe, and a login that isn't right, are told apart", async () => {
  const unsafe = await startMailServer({ secure: true }); // with a certificate that nobody vouches for
  expect(await sendDigestNow(owner, unsafe.sender)).toBe("tls");
  await unsafe.stop();
  const without = await startMailServer();
  const demanding = { ...without.sender.server, ignoreTLS: false, requireTLS: true };
  expect(await sendDigestNow(owner, { ...without.sender, server: demanding })).toBe("tls");
  await without.stop();
  const locked = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === "olive" && password === "p@ss/word" ? done(null, { user: "olive" }) : done(new Error("no")),
  });
  const as = (login: string) => {
    const server = mailServerOf(locked.url.replace("//", `//${login}@`));
    return sendDigestNow(owner, { ...locked.sender, server: server ?? locked.sender.server });
  };
  expect(await as("olive:wrong")).toBe("login");
  expect(await as("olive:p%40ss%2Fword")).toBeNull();
  await locked.stop();
});

test("it speaks the owner's language, on the owner's day", async () => {
  await admin.query("update app_user set locale = 'de', time_zone = 'Pacific/Kiritimati' where id = $1", [owner]);
  await addFollowUp();
  await sendDigestNow(owner, mails.sender);
  const [mail] = mails.received;
  const there = new Intl.DateTimeFormat("de", { timeZone: "Pacific/Kiritimati", day: "numeric", month: "long" });
  expect(mail?.headers.subject).toMatch(/^Eins wartet am \w+, /);
  expect(mail?.headers.subject).toContain(there.format());
  expect(mail?.text).toContain("fällig 2. Jan 2020");
  expect(mail?.html).toContain('<html lang="de');
});

test("nobody's digest tells of anybody else's people", async () => {
  await addFollowUp("Lena Okafor");
  const other = await database.newOwner();
  await sendDigestNow(other, mails.sender);
  expect(mails.received[0]?.text).toContain("nothing waits");
  expect(await asOwner(other, getDigestSetting)).toEqual(noDigest);
});
