// Every server action of the build, called as a program would call it: by nobody, by another owner who knows every id, with
// a session that has ended, and with the owner's own cookie from another site. Nothing of the owner may be seen or changed.
import { expect, newOwner, guestTest as test } from "../fixtures";
import { type Action, everyAction } from "./actions";
import { call, post, stateIn } from "./call";
import { type Answer, type Claims, home, onEach } from "./send";
import { cookieOf, fingerprint, newTarget, seenIn, type Target } from "./target";

/** What a guest is there to do: refused in a sentence, rather than sent to sign in. */
const guestsOwn = ["setUpAction", "signInAction"];

const leadsToSignIn = ({ headers }: Answer) => /^\/login\b/.test(headers.get("x-action-redirect") ?? "");

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

test("nobody, and nobody whose session has ended, gets anything done", async () => {
  for (const cookie of [undefined, await cookieOf(target.owner, { revoked: true })]) {
    await attack(async (action) => {
      const answer = await call(action, { origin: home, ...(cookie && { cookie }) });
      if (guestsOwn.includes(action.name)) return leaks(answer) ?? (stateIn(answer)?.saved ? "was done" : false);
      return leaks(answer) ?? (!leadsToSignIn(answer) && told(answer));
    });
  }
});

test("another owner who knows every id finds none of it, and changes nothing", async () => {
  const other = await newOwner();
  await attack(async (action) => {
    const answer = await call(action, { origin: home, cookie: await cookieOf(other) });
    console.log(
      action.name,
      "|",
      told(answer),
      "|",
      answer.headers.get("x-action-redirect"),
      "|",
      answer.body.match(/^1:.*$/m)?.[0].slice(0, 150),
    );
    return leaks(answer) ?? false;
  });
});

test("from another site, or from nowhere, the owner's own cookie opens nothing", async () => {
  const { cookie } = target;
  const from: Claims[] = [
    { cookie },
    { cookie, origin: "null" },
    { cookie, origin: "https://elsewhere.example" },
    { cookie, origin: `${home}.elsewhere.example` },
    { cookie, origin: home, site: "cross-site" },
    { cookie, origin: home, site: "same-site" },
    { cookie, origin: "https://elsewhere.example", more: { "x-forwarded-host": "elsewhere.example" } },
  ];
  for (const claims of from) {
    await attack(async (action) => {
      const answer = await call(action, claims);
      console.log(
        JSON.stringify({ ...claims, cookie: 1 }),
        action.name,
        told(answer),
        answer.headers.get("x-action-redirect"),
      );
      return leaks(answer) ?? (stateIn(answer)?.saved ? "was done" : false);
    });
  }
});

test("nor does a form that a foreign page makes the browser send", async () => {
  const { cookie } = target;
  for (const claims of [{ cookie }, { cookie, origin: home, site: "cross-site" }]) {
    await attack(async (action) => {
      const answer = await post(action, claims);
      return answer.status >= 300 && answer.status < 400 && action.name !== "signOutAction"
        ? `led to ${answer.location}`
        : false;
    });
  }
});

test("sent from Vouch's own address, the same form is taken", async () => {
  const { cookie } = target;
  const create = actions.find(({ name }) => name === "createContactAction") as Action;
  const own = { ...create, form: { fullName: "From Here", tags: "" } };
  expect((await post(own, { cookie })).body).toContain("This form was sent from another address than Vouch’s own.");
  const { status, location } = await post(own, { cookie, origin: home });
  expect([status, location]).toEqual([303, expect.stringMatching(/^\/contacts\/[0-9a-f-]{36}$/)]);
});
