// A real mail server on this machine that keeps what it is given.
import type { AddressInfo, Socket } from "node:net";
import { type Options, SMTPServer } from "smtp-server";
import type { Sender } from "@/lib/mail/send";
import { mailServerOf } from "@/lib/mail/server";

export type Received = {
  to: string[];
  /** By lower-case name, unfolded and decoded. */
  headers: Record<string, string>;
  text: string;
  html: string;
  /** As it came. */
  raw: string;
};

export type TestMailServer = { url: string; sender: Sender; received: Received[]; stop: () => Promise<void> };

export async function startMailServer(options: Options = {}, port = 0): Promise<TestMailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, ...parsed(Buffer.concat(chunks).toString("latin1")) });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {}); // who breaks off a handshake is told to the sender
  const open = new Set<Socket>();
  server.server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  const url = `smtp${options.secure ? "s" : ""}://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const named = mailServerOf(url);
  if (!named) throw new Error(`${url} is no address of a mail server`);
  return {
    url,
    received,
    sender: { server: named, from: "Vouch <vouch@example.test>" },
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** A message of two parts. */
function parsed(raw: string): Omit<Received, "to"> {
  const { headers, body } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers["content-type"] ?? "")?.[1] ?? "";
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => split(part.replace(/^\r\n/, "")))
    : [];
  const ofType = (type: string) => {
    const part = parts.find((one) => one.headers["content-type"]?.startsWith(type));
    return part ? decoded(part.body, part.headers["content-transfer-encoding"] ?? "") : "";
  };
  return { headers, text: ofType("text/plain"), html: ofType("text/html"), raw };
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      words(line.slice(line.indexOf(":") + 1).trim()),
    ]),
  );
  return { headers, body: raw.slice(end + 4) };
}

/** RFC 2047: =?UTF-8?Q?…?= and =?UTF-8?B?…?=; what is between two of them isn't there. */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("latin1")
        : Buffer.from(text.replaceAll("_", " "))
            .toString("latin1")
            .replace(/=([0-9A-F]{2})/g, byte),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}

const byte = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  const bytes = encoding === "quoted-printable" ? body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, byte) : body;
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}
