// What every journey starts with: its own owner, signed in, and a page on which an unexpected console error fails.
import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { hash } from "@node-rs/argon2";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { Client } from "pg";
import { signedIn } from "../lib/testing/session";

export type Owner = { id: string; email: string; password: string; name: string };

/** Asks the test database as its administrator: for arranging owners, never for reaching what a person would click. */
export async function asAdministrator<T>(
  work: (client: Client) => Promise<T>,
  database = process.env.E2E_ADMIN_URL,
): Promise<T> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const zone = "Europe/Oslo";

/** The day `days` from today on the owner's clock, as date fields take it. */
export function dayFromToday(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(Date.now() + days * 86_400_000);
}

const password = "correct horse battery";
/** Once for all of them: making it is meant to be slow. */
const passwordHash = hash(password);

export async function newOwner(database?: string): Promise<Owner> {
  const owner = {
    email: `${randomBytes(6).toString("hex")}@example.test`,
    password,
    name: "Max Moreau",
  };
  const id = await asAdministrator(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "insert into app_user (email, name, password_hash, time_zone) values ($1, $2, $3, $4) returning id",
      [owner.email, owner.name, await passwordHash, zone],
    );
    return rows[0]?.id ?? "";
  }, database);
  return { id, ...owner };
}

/** Fails the test for everything the browser complains about: errors, broken requests, refused by the security policy. */
export function watchConsole(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // Where the font came too late the page keeps the letters it began with. That it is the right one first-load.spec.ts holds.
    if (message.text().includes("was preloaded using link preload but not used")) return;
    if (message.text() === "Service Worker registration blocked by Playwright") return; // a journey without it
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** The cookie of a session that is there already, as the form would take a second of every journey. */
export async function cookieFor(owner: Owner) {
  const { E2E_BASE_URL: url = "", E2E_SECRET: secret = "" } = process.env;
  const cookie = await asAdministrator((client) => signedIn(client, owner.id, { url, secret }));
  const { hostname: domain } = new URL(url);
  return { ...cookie, domain, path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const };
}

/** Without the form; ends at Today, too. */
export async function signIn(page: Page, owner: Owner) {
  await page.context().addCookies([await cookieFor(owner)]);
  await page.goto("/");
}

/** By the form, as a person does. */
export async function signInByForm(page: Page, owner: Owner) {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
}

/**
 * Until React has taken over all that can be used in the page's main part. A form works before; but a value that is set at the
 * very moment, faster than any hand, may be set once more over by the script.
 */
async function scripted(page: Page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main :is(input:not([type=hidden]), textarea, select, button)")].every((control) =>
      Object.keys(control).some((key) => key.startsWith("__reactProps")),
    ),
  );
}

/**
 * Until nothing has come for half a second. As the page itself has it: Playwright's own count of what is on its way misses an
 * end now and then, and waits for ever.
 */
export async function atRest(page: Page) {
  await page.waitForFunction(() => {
    const ends = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).map(
      (came) => came.responseEnd,
    );
    return document.readyState === "complete" && performance.now() - Math.max(0, ...ends) > 500;
  });
}

/** For journeys that begin signed out. */
export const guestTest = base.extend<{ complaints: string[] }>({
  // An address is there when its script is, except to those who wait for the address alone (`waitUntil: "commit"`).
  page: async ({ page, javaScriptEnabled }, use) => {
    const { goto, reload } = page;
    const untilScripted =
      <Where extends unknown[]>(go: (...where: Where) => ReturnType<Page["goto"]>) =>
      async (...where: Where) => {
        const response = await go.apply(page, where);
        const [options] = where.slice(-1) as [{ waitUntil?: string } | undefined];
        if (options?.waitUntil !== "commit") await scripted(page);
        return response;
      };
    if (javaScriptEnabled !== false) Object.assign(page, { goto: untilScripted(goto), reload: untilScripted(reload) });
    await use(page);
  },
  // Automatic, so that no journey can forget it; a test that provokes an error empties the list.
  complaints: [
    async ({ page }, use) => {
      const complaints = watchConsole(page);
      await use(complaints);
      expect(complaints, "the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

/** For all the others: `page` is signed in as an owner of its own, with nothing recorded yet. */
export const test = guestTest.extend<{ owner: Owner }>({
  owner: [
    async ({ page }, use) => {
      const owner = await newOwner();
      await signIn(page, owner);
      await use(owner);
    },
    { auto: true },
  ],
});

/** The first key on a page. Keys pressed before the page's script is there are lost: so, again. */
export async function pressUntil(page: Page, key: string, seen: () => Promise<void>) {
  await expect(async () => {
    await page.keyboard.press(key);
    await seen();
  }).toPass();
}

/** Opens the dialog to log a meeting by its key. */
export async function openLog(page: Page): Promise<Locator> {
  const dialog = page.getByRole("dialog", { name: "Log a meeting" });
  await pressUntil(page, "l", () =>
    expect(dialog.getByRole("combobox", { name: "Who" })).toBeFocused({ timeout: 5_000 }),
  );
  return dialog;
}

const wcag22 = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No violation of WCAG 2.2 A and AA on the page as it stands. The journey goes on, so that all of them are told. */
export const expectAccessible = (page: Page) => expectNoViolation(page, (axe) => axe.withTags(wcag22));

/** What of it depends on colours: all that is left to ask in the others. */
export const expectGoodColours = (page: Page) =>
  expectNoViolation(page, (axe) => axe.withRules(["color-contrast", "link-in-text-block"]));

async function expectNoViolation(page: Page, of: (axe: AxeBuilder) => AxeBuilder) {
  // Painted since the last change: a colour looked at in the frame of its change may still be the old one.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  // Without a blank page beside it, which is for pages with frames and takes twice as long again. Vouch has none.
  const axe = of(new AxeBuilder({ page }).options({ resultTypes: ["violations"] })).setLegacyMode();
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  const look = await page.evaluate(
    () => `${innerWidth} wide, in ${matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"}`,
  );
  expect.soft(told, `${new URL(page.url()).pathname}, ${look}`).toEqual([]);
}

/** Nothing on the page lies beside it, to be scrolled to. The journey goes on, so that all of them are told. */
export async function expectFits(page: Page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `${new URL(page.url()).pathname}, ${page.viewportSize()?.width} wide, scrolls sideways`).toBe(0);
}

export { expect };
