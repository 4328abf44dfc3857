// An attack as somebody who isn't signed in meets nothing but the form for signing in.
import { Obstacle } from "../say";
import type { Victim } from "./finding";

/** Throws an Obstacle unless the session of the one who attacks opens the pages of an owner. */
export async function checkSignedIn({ address, cookie }: Victim): Promise<void> {
  const answer = await fetch(new URL("/contacts", address), {
    headers: { cookie: `${cookie.name}=${cookie.value}` },
    redirect: "manual",
  });
  await answer.body?.cancel();
  if (answer.status === 200) return;
  throw new Obstacle(`The one who attacks isn't signed in (status ${answer.status}): this attack would say nothing.`);
}
