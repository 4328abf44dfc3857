// docs/export.md is what other programs are written by: what it lists is what the code takes, to the letter.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { columnsOf, format, leftBehind, type Table, tables, version } from "./tables";
import { day, link, moment, text, uuid, whole } from "./values";

const document = readFileSync(fileURLToPath(new URL("../../docs/export.md", import.meta.url)), "utf8");

const kinds = new Map<unknown, string>([
  ...([
    [text, "text"],
    [link, "link"],
    [uuid, "uuid"],
    [whole, "whole"],
    [moment, "moment"],
    [day, "day"],
  ] as const),
]);

/** What a column holds, in the document's words; with a question mark where it may be null. */
function kindOf(type: unknown): string {
  if (type instanceof z.ZodDefault) return kindOf(type.unwrap()); // what a file from before it was there is read as
  if (type instanceof z.ZodNullable) return `${kindOf(type.unwrap())}?`;
  if (type instanceof z.ZodArray) return `[${kindOf(type.element)}]`;
  if (type instanceof z.ZodRecord) return `{${kindOf(type.keyType)}: ${kindOf(type.valueType)}}`;
  if (type instanceof z.ZodEnum) return type.options.join("|");
  if (type instanceof z.ZodBoolean) return "boolean";
  const kind = kinds.get(type) ?? (type instanceof z.ZodNumber ? "number" : undefined);
  if (!kind) throw new Error("The document has no word for this kind of value.");
  return kind;
}

const described = (tables as readonly Table[])
  .map((table) => [table.name, ...columnsOf(table).map((column) => `  ${column}: ${kindOf(table.row.shape[column])}`)])
  .map((lines) => lines.join("\n"))
  .join("\n\n");

test("every table in its order, with every column and what it may hold", () => {
  const listed = /```text\n([^`]*)\n```/.exec(document)?.[1];
  expect(listed).toBe(described);
});

test("the head of the file, and the version", () => {
  expect(document).toContain(`## \`vouch-everything\`, version ${version}\n`);
  const example = JSON.parse(/```json\n([^`]*)```/.exec(document)?.[1] ?? "");
  expect(example).toMatchObject({ format, version, exported_at: expect.any(String), tables: {} });
  expect(Object.keys(example)).toEqual(["format", "version", "exported_at", "tables"]);
});

test("what is left behind, each by its name", () => {
  const left = document.slice(document.indexOf("Not in it, by decision:"), document.indexOf("## Bringing it back"));
  for (const name of [...leftBehind.derived, ...leftBehind.ofThisPlace]) expect(left).toContain(`\`${name}\``);
  for (const { name, without = [] } of tables as readonly Table[]) {
    for (const column of without) expect(left).toContain(`\`${name}.${column}\``);
    expect(left).not.toContain(`- \`${name}\``);
  }
});
