// How many proxies are believed, as the settings say: read by the commands (scripts/settings.ts) and the server (lib/env.ts).
import { z } from "zod";

const aCount = "must be a whole number from 0 to 10";

/** VOUCH_TRUSTED_PROXIES: how many stand in front of Vouch, one behind the other. */
export const trustedProxies = z.coerce.number(aCount).int(aCount).min(0, aCount).max(10, aCount).default(0);
