// What stands between people and servers, and between servers and the primary: HAProxy, and a PgBouncer for each server.
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { withClient } from "../../database/with-client";
import { freePort } from "../../free-port";
import type { Node } from "./database";
import { environment, type Machines, until } from "./programs";

export type Proxy = Awaited<ReturnType<typeof startProxy>>;
export type Pooler = Awaited<ReturnType<typeof startPooler>>;

/** HAProxy at `port`, in front of servers at these ports and of whichever Postgres is the primary. */
export async function startProxy(
  machines: Machines,
  { port, servers, nodes }: { port: number; servers: [number, number]; nodes: Node[] },
) {
  const primaryPort = await freePort();
  const [one, two] = nodes as [Node, Node];
  const folder = machines.folder("haproxy");
  const program = await machines.run(
    "haproxy",
    ["haproxy", "-db", "-f", machines.configuration("haproxy.cfg")],
    environment("haproxy.env", {
      VOUCH_USER: "",
      VOUCH_RUN: folder,
      VOUCH_BIND: `127.0.0.1:${port}`,
      VOUCH_HOST: `127.0.0.1:${port}`,
      VOUCH_ONE: `127.0.0.1:${servers[0]}`,
      VOUCH_TWO: `127.0.0.1:${servers[1]}`,
      VOUCH_PRIMARY: `127.0.0.1:${primaryPort}`,
      POSTGRES_ONE: `127.0.0.1:${one.port}`,
      POSTGRES_TWO: `127.0.0.1:${two.port}`,
      PATRONI_ONE: String(one.patroniPort),
      PATRONI_TWO: String(two.patroniPort),
    }),
  );

  /** By HAProxy's own socket, as whoever runs it would: `echo … | socat - /run/haproxy/admin.sock`. */
  async function ask(command: string): Promise<string> {
    const socket = connect(join(folder, "admin.sock"));
    await once(socket, "connect");
    socket.end(`${command}\n`);
    return text(socket);
  }

  /** Of a server in a backend: whether it is sent anything, and how much of that isn't answered yet. */
  async function look(backend: string, server: string) {
    const [titles = "", ...lines] = (await ask("show stat")).replace(/^# /, "").split("\n");
    const line = lines.map((line) => line.split(",")).find(([one, other]) => one === backend && other === server) ?? [];
    const value = (title: string) => line[titles.split(",").indexOf(title)] ?? "";
    return { isUp: value("status").startsWith("UP"), running: Number(value("scur")) };
  }

  const isUp = async (backend: string, server: string) => (await look(backend, server)).isUp;
  const untilUp = (server: string) =>
    until(`HAProxy's sight of server ${server}`, () => isUp("ready", server), program);
  const isSettled = async () => (await isUp("primary", one.name)) !== (await isUp("primary", two.name));
  await until("HAProxy", () => isSettled().catch(() => false), program); // at first it takes everybody for well
  return {
    program,
    primaryPort,
    untilUp,
    untilDown: (server: string) =>
      until(`HAProxy's sight of server ${server}`, async () => !(await isUp("ready", server)), program),
    /** Nothing new is sent there; resolves when all that was is answered. */
    drain: async (server: string) => {
      await ask(`set server ready/${server} state drain`);
      await until(`Draining ${server}`, async () => (await look("ready", server)).running === 0, program);
    },
    refill: async (server: string) => {
      await ask(`set server ready/${server} state ready`);
      await untilUp(server);
    },
  };
}

/**
 * A PgBouncer, as its file says but for what is this machine's. `to`: the database, in PgBouncer's words; `login`: the
 * application's name and its verifier.
 */
export async function startPooler(
  machines: Machines,
  { name, to, login }: { name: string; to: string; login: { name: string; verifier: string } },
) {
  const port = await freePort();
  const users = machines.write("userlist.txt", `"${login.name}" "${login.verifier}"\n`);
  const ini = machines.write(
    `pgbouncer-${name}.ini`,
    `%include ${machines.configuration("pgbouncer.ini")}
listen_port = ${port}
auth_file = ${users}
logfile =
pidfile =
stats_users = ${login.name}
[databases]
vouch = ${to}
`, // what comes first still belongs to the file's last section: to open that anew would empty it
  );
  const program = await machines.run(`pgbouncer-${name}`, ["pgbouncer", ini]);
  await until("PgBouncer", () => listens(port), program);
  const url = `postgres://127.0.0.1:${port}/vouch`;
  return {
    program,
    /** What APP_DATABASE_URL names. */
    url,
    /** Statements so far, and how many connections are at work at this moment. */
    look: (password: string) =>
      withClient(`postgres://${login.name}:${password}@127.0.0.1:${port}/pgbouncer`, async (client) => {
        const { rows: stats } = await client.query("show stats");
        const { rows: pools } = await client.query("show pools");
        const ours = ({ database }: { database: string }) => database === "vouch";
        return {
          statements: Number(stats.find(ours)?.total_query_count ?? 0),
          busy: pools.filter(ours).reduce((sum, { sv_active }) => sum + Number(sv_active), 0),
        };
      }),
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
