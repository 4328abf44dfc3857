// Every server action of the build, called as a program would call it: by nobody, by another owner who knows every id, with
// a session that has ended, and with the owner's own cookie from another site. Nothing of the owner may be seen or changed.
import { newOperationKey } from "../../lib/operation-key";
import { expect, newOwner, guestTest as test } from "../fixtures";
import { makeAdministrator } from "../people-page";
import { type Action, everyAction } from "./actions";
import { call, post, stateIn } from "./call";
import { type Answer, type Claims, home, onEach } from "./send";
import { cookieOf, fingerprint, newTarget, seenIn, type Target } from "./target";

/** What a guest is there to do: refused in a sentence, rather than sent to sign in. */
const guestsOwn = [
  ...["setUpAction", "signInAction", "signInWithCodeAction", "signInWithPasskeyAction"],
  ...["joinAction", "joinByProviderAction", "resetPasswordAction"],
];

const leadsToSignIn = ({ headers, location }: Answer) =>
  /^\/login\b/.test(headers.get("x-action-redirect") ?? location ?? "");

/** The sentences of it, for a failure to show. */
const told = (answer: Answer) => {
  const state = stateIn(answer);
  return [answer.status, state?.message, ...Object.entries(state?.errors ?? {}).flat(2)].filter(Boolean).join(" · ");
};

test.describe.configure({ mode: "serial" });

let target: Target;
let actions: Action[];
test.beforeAll(async () => {
  target = await newTarget();
  actions = everyAction(target);
});

/** Runs the attack with each action, and tells of each by name what came of it that shouldn't have. */
async function attack(wrongIn: (action: Action) => Promise<string | false>): Promise<void> {
  const before = await fingerprint(target.owner);
  const wrong: string[] = [];
  await onEach(actions, async (action) => {
    const found = await wrongIn(action);
    if (found) wrong.push(`${action.name}: ${found}`);
  });
  expect(wrong).toEqual([]);
  expect(await fingerprint(target.owner)).toEqual(before);
}

const leaks = (answer: Answer) => seenIn(answer.body, target).map((words) => `shows “${words}”`)[0];

for (const revoked of [false, true]) {
  test(`nobody${revoked ? " whose session has ended" : ""} gets anything done`, async () => {
    const cookie = revoked ? { cookie: await cookieOf(target.owner, { revoked }) } : {};
    await attack(async (action) => {
      // Without script, where an answer that leads elsewhere costs no page.
      const answer = await (action.form ? post : call)(action, { origin: home, ...cookie });
      if (guestsOwn.includes(action.name)) return leaks(answer) ?? (answer.status === 303 ? "was done" : false);
      return leaks(answer) ?? (!leadsToSignIn(answer) && told(answer));
    });
  });
}

test("another owner who knows every id finds none of it, and changes nothing", async () => {
  let notFound = 0;
  await attack(async (action) => {
    const other = await newOwner(); // one each: some of what is done ends what their other sessions may do
    const answer = await call(action, { origin: home, cookie: await cookieOf(other, { confirmed: true }) });
    if (told(answer).includes("show again that it’s you")) return "asked who is there";
    if (/isn’t (here|in)\b/.test(told(answer))) notFound += 1;
    if (action.name === "addSampleAction") return false; // its made-up people share some words with the target
    return leaks(answer) ?? false;
  });
  // The others make something of the other owner's own, or have nothing to undo.
  expect(notFound).toBeGreaterThan(50);
});

/** What asks first who is there: it changes how somebody signs in, or can't be taken back. */
const confirmed = [
  ...["startSetUpAction", "cancelSetUpAction", "switchOnAction", "switchOffAction", "renewRecoveryCodesAction"],
  ...["addPasskeyAction", "renamePasskeyAction", "removePasskeyAction"],
  ...["disconnectAction", "choosePasswordAction", "deleteAccountAction"],
];

test("a session whose owner hasn't just shown who they are does none of what asks for it", async () => {
  expect(actions.map(({ name }) => name)).toEqual(expect.arrayContaining(confirmed));
  await attack(async (action) => {
    if (!confirmed.includes(action.name)) return false;
    const answer = told(await call(action, { origin: home, cookie: target.cookie }));
    return !answer.includes("show again that it’s you") && (answer || "was done");
  });
});

test("nor makes anybody administrator", async () => {
  const before = await fingerprint(target.owner);
  const administrator = await newOwner();
  await makeAdministrator(administrator);
  const cookie = await cookieOf(administrator);
  for (const name of ["setRoleAction", "inviteAction"]) {
    const action = actions.find((one) => one.name === name) as Action;
    const asked = { ...action, form: { ...action.form, role: "ADMINISTRATOR" } };
    expect(told(await call(asked, { origin: home, cookie }))).toContain("First show that it’s you");
  }
  expect(await fingerprint(target.owner)).toEqual(before);
});

const elsewhere: [string, Omit<Claims, "cookie">][] = [
  ["nowhere", {}],
  ["an origin that hides", { origin: "null" }],
  ["another site", { origin: "https://elsewhere.example" }],
  ["a site that looks alike", { origin: `${home}.elsewhere.example` }],
  ["another site, as its browser says", { origin: home, site: "cross-site" }],
  ["a site beside it, as its browser says", { origin: home, site: "same-site" }],
  [
    "another site that a proxy speaks for",
    { origin: "https://elsewhere.example", more: { "x-forwarded-host": "elsewhere.example" } },
  ],
];
for (const [from, claims] of elsewhere) {
  test(`from ${from} the owner's own cookie opens nothing`, async () => {
    await attack(async (action) => {
      const answer = await call(action, { ...claims, cookie: target.cookie });
      return leaks(answer) ?? (stateIn(answer)?.saved ? "was done" : false);
    });
  });
}

test("nor does a form that a foreign page makes the browser send", async () => {
  await attack(async (action) => {
    const { status, location } = await post(action, { cookie: target.cookie });
    return status === 303 && !location?.startsWith("/login") ? `led to ${location}` : false;
  });
});

test("sent from Vouch's own address, the same form is taken", async () => {
  const { cookie } = target;
  const create = actions.find(({ name }) => name === "createContactAction") as Action;
  const own = { ...create, form: { ...create.form, key: newOperationKey(), fullName: "From Here" } };
  const before = await fingerprint(target.owner);
  expect((await post(own, { cookie })).status).toBe(200); // the form once more
  expect(told(await call(own, { cookie }))).toContain("This form was sent from another address than Vouch’s own.");
  expect(await fingerprint(target.owner)).toEqual(before);
  const { status, location } = await post(own, { cookie, origin: home });
  expect([status, location]).toEqual([303, expect.stringMatching(/^\/contacts\/[0-9a-f-]{36}$/)]);
});
