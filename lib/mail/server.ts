// Which mail server, as the settings name it: read by the commands (scripts/settings.ts) and the server (lib/env.ts).
import { z } from "zod";

export type MailServer = {
  host: string;
  port: number;
  /** TLS from the first byte (smtps:), rather than asked for once connected. */
  secure: boolean;
  /** Without TLS nothing is said to it; with neither of the two, TLS is used where it is offered. */
  requireTLS: boolean;
  /** On this machine there is nobody in between, and seldom a certificate that anybody would accept. */
  ignoreTLS: boolean;
  auth?: { user: string; pass: string };
};

const anAddress = "must be an address like smtp://user:password@mail.example:587, or smtps://…:465";
const aSender = "must be an e-mail address, or a name with one: Vouch <vouch@example.com>";

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);

/** What VOUCH_SMTP_URL says, or null. A password is given to nobody unencrypted but this machine. */
export function mailServerOf(address: string): MailServer | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(address);
  const secure = protocol === "smtps:";
  if ((protocol !== "smtp:" && !secure) || !hostname || pathname.length > 1 || search || hash) return null;
  const host = hostname.replace(/^\[|\]$/g, "");
  try {
    return {
      host,
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      requireTLS: !secure && username !== "" && !isLoopback(host),
      ignoreTLS: !secure && isLoopback(host),
      ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    };
  } catch {
    return null; // a % that encodes nothing
  }
}

/** VOUCH_SMTP_URL as it is written. */
export const smtpUrl = z
  .string()
  .refine((address) => mailServerOf(address) !== null, anAddress)
  .optional();

/** VOUCH_MAIL_FROM: "vouch@example.com", or with a name before it. */
export const mailFrom = z
  .string()
  .trim()
  .max(320, aSender)
  .refine((from) => {
    const named = /^([^<>"\r\n]*)<([^<>\r\n]+)>$/.exec(from);
    return z.email().safeParse(named ? named[2] : from).success;
  }, aSender)
  .optional();
