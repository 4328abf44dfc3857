// One migrated template database for the whole test run; each test file copies it (database.ts), which takes
// about 50 ms where migrating again would take seconds. Nothing of it outlives the run.
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { openSchemaEngine } from "@/scripts/schema-engine";

export default async function setup() {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) {
    throw new Error(
      "TEST_DATABASE_URL is not set: name an administrator's address on a Postgres that may be filled with throw-away databases, or run `npm test`, which starts one.",
    );
  }
  const run = randomBytes(4).toString("hex");
  const template = `vouch_template_${run}`;
  const appRole = `vouch_test_app_${run}`;
  const appPassword = randomBytes(16).toString("hex");

  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${template}`);

  const templateUrl = new URL(adminUrl);
  templateUrl.pathname = `/${template}`;
  const engine = await openSchemaEngine(templateUrl.href);
  await engine.apply();
  await engine.close();
  // The application's login role, as npm start makes it: a member of vouch_app and nothing else.
  await admin.query(`create role ${appRole} login password '${appPassword}' in role vouch_app`);

  // Workers inherit the environment; database.ts reads these two.
  process.env.TEST_TEMPLATE_URL = templateUrl.href;
  process.env.TEST_APP_LOGIN = `${appRole}:${appPassword}`;

  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.query(`drop role ${appRole}`);
    await admin.end();
  };
}
