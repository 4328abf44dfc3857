// etcd, and two Postgres under Patroni: a primary and a synchronous standby.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Undo } from "../../command";
import { freePort } from "../../free-port";
import { identify, isGone } from "../../process-identity";
import { environment, type Machines, type Program, postgresBin, until } from "./programs";

export type Node = { name: string; port: number; patroniPort: number; directory: string; patroni: Program };
type Role = { name: string; role: string; state: string };

export type Database = Awaited<ReturnType<typeof startDatabase>>;

export async function startDatabase(machines: Machines, undo: Undo) {
  const etcdAddress = await startEtcd(machines);
  const password = randomBytes(18).toString("hex");
  const nodes: Node[] = [];
  for (const name of ["one", "two"]) {
    const place = {
      port: await freePort(),
      patroniPort: await freePort(),
      directory: join(machines.folder("postgres"), name),
    };
    const node = { name, ...place, patroni: await startPatroni(machines, { name, ...place }, etcdAddress, password) };
    nodes.push(node);
    undo(() => stopNode(node));
    await until(
      `Postgres ${name}`,
      async () => (await roles(nodes)).some((one) => one.name === name && one.state === "running"),
      node.patroni,
    );
  }
  await inSync(nodes);
  return {
    nodes,
    password,
    /** Resolves once whatever is acknowledged is on both. */
    inSync: () => inSync(nodes),
    primary: () => primary(nodes),
    /** Its name; undefined where whoever is left knows of none. */
    leader: () => leader(nodes),
    /** kill -9 of a machine: Patroni, Postgres and all it has started, at one moment. */
    kill: (node: Node) => killAll([node.patroni.process.pid, ...postgresOf(node)]),
    bringBack: async (node: Node) => {
      node.patroni = await startPatroni(machines, node, etcdAddress, password);
      await inSync(nodes);
    },
    /** A file that its programs may read. */
    write: (name: string, text: string) => machines.write(name, text),
    pids: () => nodes.flatMap(postgresOf),
  };
}

async function startEtcd(machines: Machines): Promise<string> {
  const [client, peer] = [await freePort(), await freePort()];
  const [clients, peers] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
  const etcd = await machines.run(
    "etcd",
    ["etcd"],
    environment("etcd.env", {
      ETCD_DATA_DIR: machines.folder("etcd"),
      ETCD_LISTEN_CLIENT_URLS: clients,
      ETCD_ADVERTISE_CLIENT_URLS: clients,
      ETCD_LISTEN_PEER_URLS: peers,
      ETCD_INITIAL_ADVERTISE_PEER_URLS: peers,
      ETCD_INITIAL_CLUSTER: `front=${peers}`, // one is enough where they would all be one machine
    }),
  );
  await until(
    "etcd",
    () =>
      fetch(`${clients}/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
    etcd,
  );
  return `127.0.0.1:${client}`;
}

function startPatroni(machines: Machines, node: Omit<Node, "patroni">, etcd: string, password: string) {
  const [rest, postgres] = [`127.0.0.1:${node.patroniPort}`, `127.0.0.1:${node.port}`];
  return machines.run(
    `patroni-${node.name}`,
    ["patroni", machines.configuration("patroni.yml")],
    environment("patroni.env", {
      PATRONI_NAME: node.name,
      PATRONI_ETCD3_HOSTS: etcd,
      PATRONI_RESTAPI_LISTEN: rest,
      PATRONI_RESTAPI_CONNECT_ADDRESS: rest,
      PATRONI_RESTAPI_PASSWORD: password,
      PATRONI_POSTGRESQL_LISTEN: postgres,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: postgres,
      PATRONI_POSTGRESQL_DATA_DIR: node.directory,
      PATRONI_POSTGRESQL_BIN_DIR: postgresBin,
      PATRONI_POSTGRESQL_PGPASS: join(machines.folder("written"), `pgpass-${node.name}`),
      PATRONI_SUPERUSER_PASSWORD: password,
      PATRONI_REPLICATION_PASSWORD: password,
    }),
  );
}

/** Asked to stop, Patroni stops its Postgres; what is left of a node that was killed is stopped by number. */
async function stopNode(node: Node) {
  await node.patroni.stop();
  await killAll(postgresOf(node));
  rmSync(node.directory, { recursive: true, force: true });
}

/** As whoever of them answers sees it. */
async function roles(nodes: Node[]): Promise<Role[]> {
  for (const { patroniPort } of nodes) {
    try {
      const answer = await fetch(`http://127.0.0.1:${patroniPort}/cluster`, { signal: AbortSignal.timeout(3_000) });
      return ((await answer.json()) as { members: Role[] }).members;
    } catch {
      // the next one, then
    }
  }
  return [];
}

function inSync(nodes: Node[]) {
  return until("A synchronous standby", async () =>
    (await roles(nodes)).some(({ role, state }) => role === "sync_standby" && /running|streaming/.test(state)),
  );
}

async function leader(nodes: Node[]): Promise<string | undefined> {
  return (await roles(nodes)).find(({ role }) => role === "leader")?.name;
}

async function primary(nodes: Node[]): Promise<Node> {
  const name = await leader(nodes);
  const node = nodes.find((node) => node.name === name);
  if (!node) throw new Error("There is no primary.");
  return node;
}

/** The postmaster of a node's directory, and all it has started. */
function postgresOf({ directory }: Node): number[] {
  const pids = (args: string[]) => {
    try {
      return execFileSync("pgrep", args, { encoding: "utf8" }).trim().split("\n").map(Number);
    } catch {
      return []; // there are none
    }
  };
  const postmasters = pids(["-f", `^${join(postgresBin, "postgres")} -D ${directory} `]);
  return postmasters.flatMap((pid) => [pid, ...pids(["-P", String(pid)])]);
}

async function killAll(pids: number[]) {
  const processes = pids.flatMap((pid) => identify(pid) ?? []);
  for (const { pid } of processes) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // gone already
    }
  }
  await Promise.all(processes.map((one) => isGone(one, 5_000)));
}
