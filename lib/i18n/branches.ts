// Parts of the catalogue, for the browser: what a page's client components read, and no more.
import type { Messages } from "next-intl";

/** A namespace without its `errors`, which actions say: "strength"; or one branch of it: "strength.verdicts". */
export type Branch = { [Name in keyof Messages]: Name | `${Name}.${keyof Messages[Name] & string}` }[keyof Messages];

export function branchesOf(messages: Messages, branches: readonly Branch[]): Partial<Messages> {
  const given: Record<string, object> = {};
  for (const path of branches) {
    const [name, branch] = path.split(".") as [keyof Messages, string?];
    const { errors, ...whole } = messages[name] as Record<string, unknown>;
    const part = branch === undefined ? whole : { [branch]: branch === "errors" ? errors : whole[branch] };
    given[name] = { ...given[name], ...part };
  }
  return given;
}
