import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";

/** As long as the step itself is waited for: lib/account/steps.ts. */
const seconds = 10 * 60;

/** Between password and code the browser holds a token that signs nobody in. It lives in a cookie of its own. */
function stepCookie() {
  const secure = env().VOUCH_URL.startsWith("https:");
  return {
    name: secure ? "__Host-vouch-step" : "vouch-step",
    options: { httpOnly: true, sameSite: "strict", path: "/", secure },
  } as const;
}

export async function keepStep(token: string): Promise<void> {
  const { name, options } = stepCookie();
  (await cookies()).set(name, token, { ...options, maxAge: seconds });
}

export async function keptStep(): Promise<string> {
  return (await cookies()).get(stepCookie().name)?.value ?? "";
}

export async function dropStep(): Promise<void> {
  const { name, options } = stepCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
