// Parts of the catalogue, for the browser: what a page's client components read, and no more.
import type { Messages } from "next-intl";

/** A namespace without its `errors`, which actions say: "strength"; or one branch of it: "strength.verdicts". */
export type Branch = { [Name in keyof Messages]: Name | `${Name}.${keyof Messages[Name] & string}` }[keyof Messages];

export function branchesOf(messages: Messages, branches: readonly Branch[]): Partial<Messages> {
  const given: Record<string, object> = {};
  for (const path of branches) {
    const [name, branch] = path.split(".") as [keyof Messages, string?];
    const namespace: Namespace = messages[name];
    const part = branch === undefined ? withoutErrors(namespace) : { [branch]: namespace[branch] };
    given[name] = given[name] ? { ...given[name], ...part } : part;
  }
  return given;
}

type Namespace = Record<string, unknown>;

const known = new WeakMap<Namespace, Namespace>();

/** One and the same each time: a page has it once, however often it is given. */
function withoutErrors(namespace: Namespace): Namespace {
  const found = known.get(namespace);
  if (found) return found;
  const { errors: _, ...rest } = namespace;
  known.set(namespace, rest);
  return rest;
}
