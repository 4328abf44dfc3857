// What may come in, attacked: every server action's schema, made from the actions themselves, and every other schema too.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { everyAction, formless } from "./testing/every-action";
import { exampleForm } from "./testing/example-form";
import { hostileText } from "./testing/hostile-text";

const all = await everyAction();
const actions = all.flatMap((action) => (action.schema ? [{ ...action, schema: action.schema }] : []));
const idOf = (table: string) =>
  `0198b0c0-0000-7000-8000-${table === "other contact" ? "000000000002" : "000000000001"}`;

test("every action says what its form may hold, or is known to take none", () => {
  const others = all.filter(({ schema }) => schema === null).map(({ name }) => name);
  expect(others.sort()).toEqual(Object.keys(formless).sort());
  expect(actions.length).toBeGreaterThan(90);
});

/** What an owner doesn't send: another's column, a column nobody may set, a key of JavaScript's own. */
const smuggled = [
  ...["ownerId", "owner_id", "actorId", "deletedAt", "createdAt", "origin", "heat", "standing", "smuggled", "$where"],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "length", ""],
];
const operators = [
  "not",
  "equals",
  "in",
  "contains",
  "gt",
  "set",
  "increment",
  "connect",
  "create",
  "deleteMany",
  "OR",
];

/** An object that has this as a key of its own, whatever it is called. */
const withKey = (base: object, key: string, value: unknown) =>
  Object.fromEntries([...Object.entries(base), [key, value]]);

/** Not what zod itself throws at: it compares the length of whatever it is given. lib/json.ts lets none of it in. */
function isMeasurable(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  try {
    void ((Reflect.get(value, "length") as number) <= 0);
  } catch {
    return false;
  }
  return Reflect.ownKeys(value).every((key) => isMeasurable(Reflect.get(value, key)));
}

const mark = "smuggled 7f3a";
const operator = fc
  .constantFrom(...operators, ...smuggled)
  .chain((key) => fc.constantFrom(withKey({}, key, mark), [withKey({}, key, mark)], { [key]: { [key]: mark } }));
const nonsense = fc.oneof(
  { weight: 3, arbitrary: operator },
  hostileText,
  fc.constantFrom<unknown>("\0", "\ud800", "a".repeat(50_000), " ".repeat(50_000), "9".repeat(50_000), -0, Number.NaN),
  fc
    .anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true, maxDepth: 3 })
    .filter(isMeasurable),
  fc.array(fc.string(), { maxLength: 40 }),
);

/** Everything that is anywhere in it, keys and values. */
function* contentsOf(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value !== "object" || value === null) return;
  for (const key of Reflect.ownKeys(value)) {
    yield key;
    yield* contentsOf(Reflect.get(value, key));
  }
}

/** Every schema it is made of. */
function* partsOf(schema: unknown, seen = new Set()): Generator<z.ZodType> {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return;
  seen.add(schema);
  if (schema instanceof z.ZodType) yield schema;
  for (const part of Object.values(schema instanceof z.ZodType ? schema.def : schema)) yield* partsOf(part, seen);
}

test.each(actions.map((action) => [action.name, action] as const))(
  "%s takes what it names and nothing else",
  (_, action) => {
    const { schema } = action;
    for (const part of partsOf(schema)) {
      if (part instanceof z.ZodObject)
        // Within what a browser says of a passkey, other keys are dropped.
        expect(part.def.catchall ?? z.never(), "an object that takes any key").toBeInstanceOf(z.ZodNever);
    }
    const example = exampleForm(action, idOf, { everywhere: true });
    expect(schema.safeParse(example).error?.issues ?? []).toEqual([]);
    for (const key of smuggled) expect(schema.safeParse(withKey(example, key, mark)).success, key).toBe(false);
    for (const [field, value] of Object.entries(example)) {
      if (field !== "memory") continue;
      const memory = withKey(JSON.parse(String(value)), "ownerId", mark);
      expect(schema.safeParse({ ...example, memory: JSON.stringify(memory) }).success).toBe(false);
    }
    const fields = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }).properties ?? {};
    if (Object.keys(fields).length === 0) return;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(fields)), nonsense, (field, sent) => {
        const parsed = schema.safeParse({ ...example, [field]: sent });
        if (!parsed.success || typeof sent === "string") return;
        expect([...contentsOf(parsed.data)]).not.toContain(mark);
      }),
    );
  },
);

const lib = import.meta.dirname;
const schemaFiles = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((file) =>
  /(^|\/)schema\.ts$/.test(file),
);

test.each(schemaFiles.sort())("lib/%s: nonsense is refused or read, and never breaks anything", async (file) => {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(lib, file));
  for (const schema of Object.values(exported).filter((one) => one instanceof z.ZodType)) {
    const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    const sent = fc.oneof(nonsense, fc.dictionary(fc.constantFrom("q", ...shape), nonsense));
    fc.assert(
      fc.property(sent, (value) => {
        schema.safeParse(value);
      }),
    );
  }
});
