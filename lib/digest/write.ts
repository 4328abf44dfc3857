// A digest as a mail: a subject that names nobody, plain text, and the same as HTML without pictures or script.
import { dayOf, formatLongDay } from "@/lib/dates/format";
import type { Mail } from "@/lib/mail/send";
import { type DigestSection, sectionsOf, translators } from "./lines";
import type { DigestContent, DigestReader } from "./schema";

/** `home` is Vouch's own address; `stop` the link that stops the mail in one press. */
export function writeDigest(
  content: DigestContent,
  reader: DigestReader,
  { home, stop, now = new Date() }: { home: string; stop: string; now?: Date },
): Mail {
  const words = translators(reader, now);
  const { t } = words;
  const sections = sectionsOf(content, words);
  const day = formatLongDay(dayOf(now, reader.timeZone), words.reader);
  const name = oneLine(reader.name);
  const count = sections.reduce((sum, section) => sum + section.count, 0);
  const intro = t(count > 0 ? "intro" : "nothing", { name, day });
  const said = { intro, foot: t("foot"), settings: `${home}/settings#digest`, open: t("open"), home };
  const more = (section: DigestSection) => {
    const left = section.count - section.lines.length;
    return left > 0 ? t("more", { count: left }) : null;
  };
  return {
    to: { name, address: reader.email },
    subject: count > 0 ? t("subject", { count, day }) : t("subjectNothing", { day }),
    text: asText(sections, more, said),
    html: asHtml(sections, more, { ...said, language: words.tag }),
    headers: {
      "Auto-Submitted": "auto-generated",
      // One press needs https; without it the link leads to the settings.
      ...(home.startsWith("https:")
        ? { "List-Unsubscribe": `<${stop}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
        : { "List-Unsubscribe": `<${said.settings}>` }),
    },
  };
}

type Said = { intro: string; foot: string; settings: string; open: string; home: string };
type More = (section: DigestSection) => string | null;

/** What somebody wrote takes one line, whatever is in it. */
const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();

function asText(sections: DigestSection[], more: More, { intro, foot, settings, open, home }: Said): string {
  const blocks = sections.map((section) => {
    const left = more(section);
    return [
      `${section.title} (${section.count})`,
      ...section.lines.flatMap(({ what, why, path }) => [`- ${oneLine(what)}: ${oneLine(why)}`, `  ${home}${path}`]),
      ...(left ? [`${left} ${home}${section.path}`] : []),
    ].join("\n");
  });
  return [intro, ...blocks, `${open} ${home}/`, `-- \n${foot} ${settings}`].join("\n\n");
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (words: string) => oneLine(words).replace(/[&<>"']/g, (mark) => marks[mark] ?? "");
const link = (href: string, words: string, style = "") =>
  `<a href="${escaped(href)}" style="${style}">${escaped(words)}</a>`;
const dim = "color:#5b6470;font-size:14px";

function asHtml(
  sections: DigestSection[],
  more: More,
  { intro, foot, settings, open, home, language }: Said & { language: string },
): string {
  const blocks = sections.map((section) => {
    const left = more(section);
    const items = section.lines.map(
      ({ what, why, path }) =>
        `<li style="margin:0 0 8px">${link(home + path, what, "color:#1c2430;font-weight:600")}<br><span style="${dim}">${escaped(why)}</span></li>`,
    );
    return [
      `<h2 style="font-size:16px;margin:24px 0 8px">${escaped(section.title)} <span style="${dim}">${section.count}</span></h2>`,
      `<ul style="list-style:none;margin:0;padding:0">${items.join("\n")}</ul>`,
      left ? `<p style="margin:0">${link(home + section.path, left)}</p>` : "",
    ].join("\n");
  });
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(open)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c2430;background:#ffffff">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0">${escaped(intro)}</p>
${blocks.join("\n")}
<p style="margin:24px 0">${link(`${home}/`, open)}</p>
<p style="${dim}">${escaped(foot)} ${link(settings, settings)}</p>
</div></body></html>
`;
}
