// Prints a form for every server action, with ids of rows that the input names by table: actions are imported as the
// server does it, which Playwright's own loader can't.
import { text } from "node:stream/consumers";
import { everyAction, formless } from "../../lib/testing/every-action";
import { exampleForm } from "../../lib/testing/example-form";

const { ids, words, everywhere } = JSON.parse(await text(process.stdin));

function idOf(table: string): string {
  if (ids[table]) return ids[table];
  throw new Error(`The owner under attack has no ${table}: e2e/attack/target.ts should give them one.`);
}

const forms = (await everyAction()).map((action) => {
  const { name, schema } = action;
  return schema
    ? { name, form: exampleForm({ ...action, schema }, idOf, { words, everywhere }) }
    : { name, args: formless[name]?.(idOf) ?? [] };
});
process.stdout.write(JSON.stringify(forms));
