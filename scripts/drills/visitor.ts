// A person at Vouch's address without script: reads pages, fills in their forms, sends them, keeps the session's cookie.
import { type Field, filled, formWith } from "./forms";

export type Person = { name: string; email: string; password: string };

/** `location`: where it leads, as a path; null where the answer is a page. */
export type Answer = { status: number; location: string | null; text: string };

/** A form and the page that takes it. */
export type Form = { path: string; fields: Field[] };

export type Visitor = ReturnType<typeof visitorOf>;

/** However slow the machine is: who hears nothing for this long has had no answer. */
const patienceMs = 60_000;

export function visitorOf(address: string) {
  let cookie = "";

  async function ask(path: string, request: RequestInit = {}): Promise<Answer> {
    const response = await fetch(new URL(path, address), {
      ...request,
      redirect: "manual",
      headers: { origin: address, ...(cookie && { cookie }) },
      signal: AbortSignal.timeout(patienceMs),
    });
    const session = response.headers.getSetCookie().find((set) => /^(__Host-)?vouch-session=/.test(set));
    cookie = session?.split(";", 1)[0] ?? cookie;
    const location = response.headers.get("location");
    return { status: response.status, location: location && pathOf(location), text: await response.text() };
  }

  const pathOf = (location: string) => {
    const { pathname, search } = new URL(location, address);
    return pathname + search;
  };

  const get = (path: string) => ask(path);

  /** The form with a field of this name on the page; throws where there is none. */
  async function form(path: string, name: string): Promise<Form> {
    const { status, location, text } = await get(path);
    const fields = formWith(text, name);
    if (!fields)
      throw new NoForm(`${path} has no form with ${name} (status ${status}${location ? `, to ${location}` : ""})`);
    return { path, fields };
  }

  function send({ path, fields }: Form, values: Record<string, string | readonly string[]>): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of filled(fields, values)) body.append(name, value);
    return ask(path, { method: "POST", body });
  }

  return { get, form, send };
}

/** The page is another one than was expected: an error's, say, while the database is away. */
export class NoForm extends Error {}

/** The sentence above a form that was refused, without what changes from one to the next; else the status. */
export function saidIn({ status, text }: Answer): string {
  const [, alert] = /role="alert"[^>]*>.*?<span>([^<]*)/s.exec(text) ?? [];
  return alert?.replace(/\(Reference \w+\)/, "").trim() ?? `status ${status}`;
}

/** Makes the first account, by the link that `npm start` has printed. */
export async function setUp(address: string, link: string, { name, email, password }: Person): Promise<void> {
  const visitor = visitorOf(address);
  const { pathname, search } = new URL(link);
  const answer = await visitor.send(await visitor.form(pathname + search, "password"), { name, email, password });
  if (answer.status !== 303) throw new Error(`The first account wasn't made (status ${answer.status}).`);
}

export async function signedIn(address: string, { email, password }: Person): Promise<Visitor> {
  const visitor = visitorOf(address);
  const answer = await visitor.send(await visitor.form("/login", "password"), { email, password });
  if (answer.location !== "/") throw new Error(`Signing in failed (status ${answer.status}).`);
  return visitor;
}
