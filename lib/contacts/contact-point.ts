// What makes two e-mail addresses, phone numbers or links the same one. What was typed is kept beside it as it is.
export type PointKind = "EMAIL" | "PHONE" | "URL";

/** Shape only: whether it exists, nobody can tell from its letters. */
export function isEmail(typed: string): boolean {
  return typed.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/.test(typed);
}

export function isPhone(typed: string): boolean {
  const digits = typed.replace(/\D/g, "").length;
  return digits >= 3 && digits <= 20 && /^[\d\s()+./-]+(\s?(ext|x)\.?\s?\d+)?$/i.test(typed);
}

/** Lower case: domains ignore case, and no mail server in use tells Anna@ from anna@. */
export const normaliseEmail = (typed: string) => typed.trim().toLowerCase();

/** Digits and a leading plus; 00 before a country code is that plus. A leading 0 stays: it is part of the number. */
export function normalisePhone(typed: string): string {
  const digits = typed.replace(/\D/g, "");
  if (typed.trim().startsWith("+")) return `+${digits}`;
  return digits.startsWith("00") ? `+${digits.slice(2)}` : digits;
}

/** The address a link opens, or null where it is none: https unless http is written, without fragment or last slash. */
export function normaliseLink(typed: string): string | null {
  const written = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^[^/]+:\d/.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || !url.hostname.includes(".") || url.username || url.password) return null;
  url.hash = "";
  return url.href.replace(/\/$/, "");
}

/** What equal points share, as contact_point.normalised keeps it. */
export function normalisePoint(kind: PointKind, value: string): string {
  if (kind === "EMAIL") return normaliseEmail(value);
  return kind === "PHONE" ? normalisePhone(value) : (normaliseLink(value) ?? value.trim());
}
