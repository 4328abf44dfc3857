// Forms as a browser without script reads them off a page. React writes the page, always in the same way (double quotes,
// its few escapes, no form within a form), so a look for these signs is enough.

export type Field = readonly [name: string, value: string];

/** The fields of the page's form that has one of this name, as they would be sent; undefined where there is no such form. */
export function formWith(html: string, name: string): Field[] | undefined {
  for (const [, inner = ""] of html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)) {
    const fields = fieldsOf(inner);
    if (fields.some(([field]) => field === name)) return fields;
  }
  return undefined;
}

/** The fields with these values instead of their own; what the form hasn't got comes last. */
export function filled(fields: readonly Field[], values: Record<string, string | readonly string[]>): Field[] {
  const given = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  return [...fields.filter(([name]) => !(name in values)), ...given];
}

function fieldsOf(inner: string): Field[] {
  const fields: Field[] = [];
  for (const [, tag, words = "", text = ""] of inner.matchAll(/<(input|textarea|select)\b([^>]*)>(?:(.*?)<\/\1>)?/gs)) {
    const { name, type = "text", value = "", ...rest } = attributes(words);
    if (name === undefined || "disabled" in rest) continue;
    if (tag === "textarea") fields.push([name, unescaped(text.replace(/^\n/, ""))]);
    else if (tag === "select") fields.push([name, chosen(text)]);
    else if (/^(checkbox|radio)$/.test(type)) {
      if ("checked" in rest) fields.push([name, value || "on"]);
    } else if (!/^(submit|button|file|image|reset)$/.test(type)) fields.push([name, value]);
  }
  return fields;
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, words = ""]) => attributes(words));
  return (all.find((option) => "selected" in option) ?? all[0])?.value ?? "";
}

function attributes(words: string): Record<string, string> {
  const found = [...words.matchAll(/([^\s="/]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, sign: string) => signs[sign] ?? "");
}
