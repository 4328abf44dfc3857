// The application's own login role. It is a member of vouch_app (made by the migrations, with all its rights) and
// nothing else: it owns nothing and row-level security holds for it.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { connectionSettings } from "@/lib/connection-settings";
import { Obstacle } from "../say";
import { withClient } from "./with-client";

const group = "vouch_app";
const attributes = "nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit";

/** What its connections ask for (lib/connection-settings.ts), for where a PgBouncer keeps that from Postgres. */
const settings = {
  idle_in_transaction_session_timeout: `${connectionSettings.idle_in_transaction_session_timeout}ms`,
  jit: "off",
};

/** Roles belong to the whole server, so each database has its own: "vouch_login". Names have at most 63 bytes. */
export function appRoleName(database: string): string {
  const suffix = "_login";
  if (Buffer.byteLength(database) + suffix.length <= 63) return database + suffix;
  return `vouch_${createHash("sha256").update(database).digest("hex").slice(0, 16)}${suffix}`;
}

/** The role's password follows from the secret, so every server that shares the secret can sign in. */
export function appRolePassword(secret: string, role: string): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("base64url");
}

/** `adminUrl` with the application's own login instead of the administrator's. */
export function appUrlFor(adminUrl: string, secret: string): string {
  const url = new URL(adminUrl);
  const role = appRoleName(decodeURIComponent(url.pathname.slice(1)));
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(appRolePassword(secret, role));
  return url.href;
}

/**
 * Before the migrations: makes sure that the administrator's role can do what is coming, or asks for exactly what
 * is missing. `ownLogin`: APP_DATABASE_URL is set, so no login role has to be made.
 */
export async function checkAdministrator(adminUrl: string, ownLogin: boolean): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<
      Record<"me" | "database", string> & Record<"roles" | "grouped" | "logins" | "objects" | "schemas", boolean>
    >(
      `select current_user as me, current_database() as database,
              rolsuper or rolcreaterole as roles,
              exists (select from pg_roles where rolname = $1) as grouped,
              exists (select from pg_roles where rolname = $2) as logins,
              has_schema_privilege('public', 'create') as objects,
              has_database_privilege(current_database(), 'create') as schemas
         from pg_roles where rolname = current_user`,
      [group, appRoleName(client.database ?? "")],
    );
    const [can] = rows;
    if (!can) throw new Error("Postgres doesn't know the role it let in.");
    const [me, database] = [escapeIdentifier(can.me), escapeIdentifier(can.database)];
    const missing: string[] = [];
    if (!can.schemas) missing.push(`grant create on database ${database} to ${me};`);
    if (!can.objects) missing.push(`grant create on schema public to ${me};`);
    if (!can.roles && !can.grouped) missing.push(`create role ${group} nologin ${attributes};`);
    if (!can.roles && !can.logins && !ownLogin) missing.push(...loginSql(appRoleName(can.database)));
    if (missing.length > 0) throw ask(can.me, missing, !can.roles && !can.logins && !ownLogin);
  });
}

/**
 * After the migrations: makes the role, or brings its password in line with the secret. Answers with its address: on the
 * administrator's server, or at `poolerUrl` in front of it.
 */
export async function prepareAppRole(adminUrl: string, secret: string, poolerUrl?: string): Promise<string> {
  const appUrl = appUrlFor(adminUrl, secret);
  const role = decodeURIComponent(new URL(appUrl).username);
  await withClient(adminUrl, async (client) => {
    await closeSchema(client);
    const { rowCount: exists } = await client.query("select from pg_roles where rolname = $1", [role]);
    if (!exists || !(await canSignIn(appUrl))) {
      const verb = exists ? "alter" : "create";
      const verifier = scramVerifier(decodeURIComponent(new URL(appUrl).password));
      await client.query(
        `${verb} role ${escapeIdentifier(role)} login password ${escapeLiteral(verifier)};
         grant ${group} to ${escapeIdentifier(role)}`, // sent together: both or neither
      );
    }
  }).catch((error: unknown) => {
    if (!isForbidden(error)) throw error;
    throw ask(decodeURIComponent(new URL(adminUrl).username), loginSql(role), true, error.message);
  });
  await withClient(adminUrl, async (client) => {
    if (!(await hasSettings(client, role))) await client.query(settingsSql(role).join(" "));
  }).catch((error: unknown) => {
    if (!isForbidden(error)) throw error; // a role of somebody else's making: whether that matters is seen below
  });
  const address = poolerUrl ? withLogin(poolerUrl, appUrl) : appUrl;
  await checkAppRole(address);
  return address;
}

function isForbidden(error: unknown): error is Error {
  return (error as { code?: string }).code === "42501"; // insufficient_privilege
}

function withLogin(address: string, login: string): string {
  const url = new URL(address);
  ({ username: url.username, password: url.password } = new URL(login));
  return url.href;
}

async function hasSettings(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ kept: string[] }>(
    "select setconfig as kept from pg_db_role_setting where setrole = $1::regrole and setdatabase = 0",
    [escapeIdentifier(role)],
  );
  return Object.entries(settings).every(([name, value]) => rows[0]?.kept.includes(`${name}=${value}`));
}

function settingsSql(role: string): string[] {
  return Object.entries(settings).map(
    ([name, value]) => `alter role ${escapeIdentifier(role)} set ${name} = ${escapeLiteral(value)};`,
  );
}

/**
 * Refuses a login that could see past row-level security or change tables, or that may do nothing at all; and one whose
 * connections don't get what they ask for.
 */
export async function checkAppRole(appUrl: string): Promise<void> {
  const look = (client: Client) =>
    client.query<{ name: string } & Record<"mighty" | "member" | "owner" | "heard", boolean>>(
      `select rolname as name, rolsuper or rolbypassrls or rolcreaterole as mighty,
              pg_has_role(rolname, $1, 'usage') as member,
              current_setting('jit') = 'off'
                and current_setting('idle_in_transaction_session_timeout')::interval = $2::interval as heard,
              exists (select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace) as owner
         from pg_roles where rolname = current_user`,
      [group, settings.idle_in_transaction_session_timeout],
    );
  const answer = await withClient(appUrl, look, connectionSettings).catch((error: unknown) => {
    throw new Obstacle(
      `The application can't sign in to the database with its own login (${(error as Error).message}).`,
    );
  });
  const [role] = answer.rows;
  if (role?.mighty || role?.owner) {
    throw new Obstacle(
      `The application's database role "${role.name}" is too powerful: it must be no superuser, have neither BYPASSRLS nor CREATEROLE, and own no tables.`,
    );
  }
  if (!role?.member)
    throw new Obstacle(
      `The application's database role isn't allowed in yet: grant ${group} to ${escapeIdentifier(role?.name ?? "")};`,
    );
  if (!role.heard)
    throw new Obstacle(
      "What stands between Vouch and Postgres keeps settings from it that connections ask for. Please have an administrator run the SQL above, close the connections that are open there, and start again.",
      settingsSql(role.name)
        .map((line) => `    ${line}`)
        .join("\n"),
    );
}

/** Older servers let everybody make objects in the public schema; a function made there could pose as one of ours. */
async function closeSchema(client: Client) {
  const { rows } = await client.query<{ open: boolean }>(
    "select exists (select from pg_namespace, aclexplode(nspacl) as acl where nspname = 'public' and acl.grantee = 0 and acl.privilege_type = 'CREATE') as open",
  );
  if (rows[0]?.open) await client.query("revoke create on schema public from public");
}

async function canSignIn(url: string): Promise<boolean> {
  return withClient(url, async () => true).catch((error: { code?: string }) => {
    if (error.code === "28P01" || error.code === "28000") return false; // no such role, or another password
    throw error;
  });
}

function loginSql(role: string): string[] {
  return [
    `create role ${escapeIdentifier(role)} login password '<a long random password>' ${attributes};`,
    `grant ${group} to ${escapeIdentifier(role)};`,
    ...settingsSql(role),
  ];
}

function ask(role: string, sql: string[], login: boolean, cause = ""): Obstacle {
  const then = login ? " Then put the new login's address into APP_DATABASE_URL" : " Then";
  return new Obstacle(
    `The database role "${role}" may not do everything a start needs. Please have an administrator of that database run the SQL above.${then} ${login ? "and " : ""}start again.`,
    [cause, ...sql.map((line) => `    ${line}`)].filter(Boolean).join("\n"),
  );
}

/** What Postgres keeps of a password (RFC 5803), made here so that the password itself is in no statement or log. */
export function scramVerifier(password: string, salt = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const key = (name: string) => createHmac("sha256", salted).update(name).digest();
  const storedKey = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${key("Server Key").toString("base64")}`;
}
