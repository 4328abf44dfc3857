// npm run seed -- --owners 1 --contacts 1000 --interactions 10000: made-up data of any size, the same every time.
// Contacts and interactions are per owner. The owners sign in as owner1@example.test and so on.
import { parseArgs } from "node:util";
import { runCommand } from "./command";
import { databaseForCommand } from "./database/command";
import { secretOf } from "./database/open";
import { Obstacle, say, step } from "./say";
import { serverEnvironment } from "./server/environment";

const usage = "Use it like this: npm run seed -- --owners 1 --contacts 1000 --interactions 10000";
const password = "a seeded owner's password";

function sizes() {
  const option = { type: "string" } as const;
  let typed: { owners?: string; contacts?: string; interactions?: string };
  try {
    typed = parseArgs({ options: { owners: option, contacts: option, interactions: option } }).values;
  } catch {
    throw new Obstacle(usage);
  }
  const count = (given: string | undefined, otherwise: number, most: number) => {
    const value = given === undefined ? otherwise : Number(given);
    if (!Number.isInteger(value) || value < 0 || value > most) throw new Obstacle(usage);
    return value;
  };
  return {
    owners: count(typed.owners, 1, 100_000),
    contacts: count(typed.contacts, 1_000, 10_000_000),
    interactions: count(typed.interactions, 10_000, 100_000_000),
  };
}

await runCommand(async (undo) => {
  const { owners, contacts, interactions } = sizes();
  if (contacts === 0 && interactions > 0) throw new Obstacle(`Interactions need contacts. ${usage}`);
  const { settings, appUrl } = await databaseForCommand(undo, "seeding");
  Object.assign(process.env, serverEnvironment(settings, appUrl, secretOf(settings), "production"));
  const { addAccount } = await import("@/lib/account/data");
  const { seedOwner } = await import("@/prisma/seed/owner");

  for (let number = 1; number <= owners; number++) {
    const email = `owner${number}@example.test`;
    const account = { name: `Owner ${number}`, email, password, timeZone: "UTC" };
    await step(`Seeding ${email}`, `Seeded ${email}: ${contacts} contacts, ${interactions} interactions`, async () => {
      const owner = await addAccount(account).catch(() => {
        throw new Obstacle(`${email} is there already: seed an empty database (VOUCH_DATA_DIR=<directory>).`);
      });
      await seedOwner(owner, { contacts, interactions });
    });
  }
  say(`They sign in with the password: ${password}`);
  return 0;
});
