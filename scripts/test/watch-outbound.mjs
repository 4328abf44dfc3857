// Preloaded into the server under test: writes down every connection and look-up that would leave this machine. Vouch sends
// nothing anywhere but mail to the server its settings name, and asks nobody but the provider they name, so nothing but the
// line that says it is watching may stand there. See outbound.ts.
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const { VOUCH_TEST_OUTBOUND: log, APP_DATABASE_URL: database, VOUCH_SMTP_URL, VOUCH_OIDC_ISSUER } = process.env;
const databaseHost = database && URL.canParse(database) ? new URL(database).hostname : "";
const usualPorts = { "smtp:": "587", "smtps:": "465", "http:": "80", "https:": "443" };

/** The mail server and the OpenID Connect provider: those very servers at those very ports. */
const named = [VOUCH_SMTP_URL, VOUCH_OIDC_ISSUER].flatMap((address) => {
  if (!address || !URL.canParse(address)) return [];
  const { hostname: host, port, protocol } = new URL(address);
  return [{ host, port: port || usualPorts[protocol] }];
});
const isNamed = (host, port) => named.some((one) => one.host === host && one.port === String(port));
const isNamedHost = (host) => named.some((one) => one.host === host);

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
  if (!isPath && !isHere(host) && !isNamed(host, to.port)) note(`connect ${host}:${to.port}`);
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
      if (!isHere(host) && !isNamedHost(host) && !(name === "lookup" && net.isIP(host))) note(`${name} ${host}`);
      return original.call(this, host, ...rest);
    };
  }
}
syncBuiltinESMExports();

note(`watching ${process.pid}`);
