// npm run reset-password -- ada@example.com: prints a link with which Ada chooses a new password, also while Vouch runs.
import { parseArgs } from "node:util";
import { runCommand } from "./command";
import { databaseForAdministrator } from "./database/command";
import { newResetLink } from "./database/reset-link";
import { Obstacle, say } from "./say";

const usage = "Use it like this: npm run reset-password -- ada@example.com";

function typedEmail(): string {
  try {
    const [email, ...others] = parseArgs({ allowPositionals: true }).positionals;
    if (email && others.length === 0) return email;
  } catch {} // an option there isn't
  throw new Obstacle(usage);
}

await runCommand(async (undo) => {
  const email = typedEmail();
  const { settings, adminUrl } = await databaseForAdministrator(undo, "making a link for a new password");
  const link = await newResetLink(adminUrl, settings.publicUrl, email);
  if (!link) throw new Obstacle(`Nobody signs in to this Vouch as ${email}.`);
  say(`This link sets a new password; it works once, for an hour, while Vouch runs:\n${link}`);
  return 0;
});
