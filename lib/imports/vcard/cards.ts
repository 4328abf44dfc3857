// The cards of a .vcf file, one after the other.
import { Refusal } from "@/lib/refusal";
import type { ImportLimits } from "../file/limits";
import type { ReadRow } from "../file/staged-row";
import { type Component, Components, type Stray } from "../lines/components";
import type { ContentLine } from "../lines/content-lines";
import { readCard } from "./read";

/** Version 2.1 puts a card into a card where somebody has an agent; nobody else does. */
const agent = /^agent[^:]*:\s*$/i;

export async function* readCards(
  lines: AsyncIterable<readonly ContentLine[]>,
  { rows: mostRows }: Pick<ImportLimits, "rows">,
): AsyncGenerator<ReadRow[]> {
  const components = new Components([], undefined, (_, open) => agent.test(open.lines.at(-1)?.text ?? ""));
  let count = 0;
  const read = (found: Iterable<Component | Stray>) => {
    const rows = [...found].map((item): ReadRow => {
      if (item.name === "VCARD") return readCard(item);
      return { row: { line: item.line, fields: {}, outcome: "FAILED", reason: "stray" } };
    });
    count += rows.length;
    if (count > mostRows) throw new Refusal("tooManyRows", undefined, { limit: mostRows });
    return rows;
  };
  for await (const chunk of lines) yield read(components.push(chunk));
  yield read(components.end());
}
