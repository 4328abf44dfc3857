// Server actions, called over HTTP.
import type { Action } from "./actions";
import { type Answer, type Claims, send } from "./send";

/** As React sends it from a page with script. */
export function call({ id, at, form, args }: Action, claims: Claims): Promise<Answer> {
  const more = { ...claims.more, "next-action": id, accept: "text/x-component" };
  if (!form)
    return send(
      at,
      { ...claims, more: { ...more, "content-type": "text/plain;charset=UTF-8" } },
      { method: "POST", body: JSON.stringify(args) },
    );
  const body = new FormData();
  for (const [name, value] of fieldsOf(form)) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([{}, "$K1"]));
  return send(at, { ...claims, more }, { method: "POST", body });
}

/** As a browser sends the form without script: all that a foreign page could make it send. */
export function post({ id, at, form }: Action, claims: Claims): Promise<Answer> {
  const body = new FormData();
  body.append("$ACTION_REF_1", "");
  body.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  body.append("$ACTION_1:1", "[{}]");
  for (const [name, value] of fieldsOf(form ?? {})) body.append(name, value);
  return send(at, claims, { method: "POST", body });
}

const fieldsOf = (form: NonNullable<Action["form"]>) =>
  Object.entries(form).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one) => [`${name}[]`, one] as const) : [[name, value] as const],
  );

export type State = { message?: string; errors?: Record<string, string[]>; saved?: unknown } | null;

/** What the action answered. */
export function stateIn({ body }: Answer): State {
  const line = /(?:^|\n)1:([^\n]*)/.exec(body)?.[1] ?? "null";
  return line.startsWith("E") ? { message: line } : JSON.parse(line);
}
