// The one door for mail to leave by: to the mail server the settings name, and nowhere else.
import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { type MailServer, mailServerOf } from "./server";

export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

export const mailFailures = ["unreachable", "tls", "login", "refused", "later", "unsure"] as const;
export type MailFailure = (typeof mailFailures)[number];

/** It was not sent, or (`unsure`) the server went away before it said so. The cause is for the log. */
export class NotSent extends Error {
  constructor(
    readonly failure: MailFailure,
    cause: unknown,
  ) {
    super(failure, { cause });
  }
  /** Nothing has arrived, and it may once the server is there again. */
  get mayBeTriedAgain(): boolean {
    return this.failure === "unreachable" || this.failure === "tls" || this.failure === "later";
  }
}

export type Sender = { server: MailServer; from: string };

/** What the settings name; null where no mail can be sent. */
export function mailSender(): Sender | null {
  const { VOUCH_SMTP_URL, VOUCH_MAIL_FROM } = env();
  const server = VOUCH_SMTP_URL ? mailServerOf(VOUCH_SMTP_URL) : null;
  return server && VOUCH_MAIL_FROM ? { server, from: VOUCH_MAIL_FROM } : null;
}

/** Ten seconds at most for each answer. Throws NotSent. */
export async function sendMail({ server, from }: Sender, mail: Mail): Promise<void> {
  let isHandedOver = false;
  const nothing = () => {};
  const transport = createTransport({
    ...server,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    // Nothing is logged; what is said to the server tells how far it got.
    transactionLog: true,
    logger: {
      ...{ level: nothing, trace: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
      debug: (entry: unknown, said: unknown) => {
        if ((entry as { tnx?: string } | undefined)?.tnx === "client" && said === "DATA") isHandedOver = true;
      },
    },
  });
  try {
    await transport.sendMail({ ...mail, from });
  } catch (error) {
    throw new NotSent(failureOf(error, isHandedOver), error);
  } finally {
    transport.close();
  }
}

function failureOf(error: unknown, isHandedOver: boolean): MailFailure {
  const { code = "", responseCode, message = "" } = error as { code?: string; responseCode?: number; message?: string };
  if (code === "EAUTH") return "login";
  if (code === "ETLS") return "tls";
  if (responseCode) return responseCode >= 500 ? "refused" : "later";
  if (isHandedOver) return "unsure";
  if (/certificate|SSL|TLS/i.test(message)) return "tls";
  return code === "EENVELOPE" || code === "EMESSAGE" ? "refused" : "unreachable";
}
