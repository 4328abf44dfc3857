// npm run reset-password -- ada@example.com: prints a link with which Ada chooses a new password, also while Vouch runs.
import { parseArgs } from "node:util";
import { runCommand } from "./command";
import { databaseForAdministrator } from "./database/command";
import { newResetLink, removeSecondFactors } from "./database/reset-link";
import { Obstacle, say } from "./say";

const usage = "Use it like this: npm run reset-password -- ada@example.com [--remove-second-factors]";

function typed() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { "remove-second-factors": { type: "boolean", default: false } },
    });
    const [email, ...others] = positionals;
    if (email && others.length === 0) return { email, without: values["remove-second-factors"] };
  } catch {} // an option there isn't
  throw new Obstacle(usage);
}

await runCommand(async (undo) => {
  const { email, without } = typed();
  const { settings, adminUrl } = await databaseForAdministrator(undo, "making a link for a new password");
  const link = await newResetLink(adminUrl, settings.publicUrl, email);
  if (!link) throw new Obstacle(`Nobody signs in to this Vouch as ${email}.`);
  if (without) {
    await removeSecondFactors(adminUrl, email);
    say("Their passkeys, authenticator app and recovery codes are gone: the password alone signs in.");
  }
  say(`This link sets a new password; it works once, for an hour, while Vouch runs:\n${link}`);
  return 0;
});
