// Preloaded into the server under test: writes down every connection and look-up that would leave this machine. Vouch sends
// nothing anywhere but mail to the server its settings name, so nothing but the line that says it is watching may stand
// there. See outbound.ts.
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const { VOUCH_TEST_OUTBOUND: log, APP_DATABASE_URL: database, VOUCH_SMTP_URL: smtp } = process.env;
const databaseHost = database && URL.canParse(database) ? new URL(database).hostname : "";
const mail = smtp && URL.canParse(smtp) ? new URL(smtp) : undefined;
const mailPort = mail?.port || (mail?.protocol === "smtps:" ? "465" : "587");

/** That very server at that very port. */
const isMail = (host, port) => mail !== undefined && host === mail.hostname && String(port) === mailPort;

const note = (line) => appendFileSync(log, `${line}\n`);

function isHere(host) {
  const name = String(host ?? "localhost").toLowerCase();
  return (
    ["", "localhost", "::1", "::", "0.0.0.0", databaseHost].includes(name) ||
    name.startsWith("/") ||
    /^(::ffff:)?127\./.test(name)
  );
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  // Node hands its own calls on as one list of arguments.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const to = typeof first === "object" && first !== null ? first : { port: first, host: second };
  const isPath = typeof to.path === "string" || Number.isNaN(Number(to.port));
  const host = typeof to.host === "string" ? to.host : "localhost";
  if (!isPath && !isHere(host) && !isMail(host, to.port)) note(`connect ${host}:${to.port}`);
  return connect.apply(this, given);
};

for (const name of ["send", "connect"]) {
  const original = dgram.Socket.prototype[name];
  dgram.Socket.prototype[name] = function (...given) {
    const host = given.slice(1).find((one) => typeof one === "string");
    if (host !== undefined && !isHere(host)) note(`datagram ${host}`);
    return original.apply(this, given);
  };
}

for (const resolver of [dns, dns.promises]) {
  for (const name of Object.keys(resolver).filter((one) => /^(lookup|resolve\w*|reverse)$/.test(one))) {
    const original = resolver[name];
    resolver[name] = function (host, ...rest) {
      if (!isHere(host) && host !== mail?.hostname && !(name === "lookup" && net.isIP(host))) note(`${name} ${host}`);
      return original.call(this, host, ...rest);
    };
  }
}
syncBuiltinESMExports();

note(`watching ${process.pid}`);
