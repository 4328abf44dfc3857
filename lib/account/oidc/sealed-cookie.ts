import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import { env } from "@/lib/env";

const maxAge = 10 * 60;

/**
 * What a browser keeps for the server for ten minutes: sealed under a key of its own, so it can neither be read nor made
 * there, nor passed off as another cookie. `set` and `clear` in actions and routes only.
 */
export function sealedCookie<Schema extends z.ZodObject>(name: string, schema: Schema) {
  const place = () => {
    const { VOUCH_URL, VOUCH_SECRET } = env();
    const secure = VOUCH_URL.startsWith("https:");
    return {
      name: secure ? `__Host-${name}` : name,
      options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const, // lax: the provider sends people back
      key: { secret: VOUCH_SECRET, salt: name },
    };
  };
  return {
    set: async (content: z.output<Schema>): Promise<void> => {
      const { name, options, key } = place();
      const sealed = await encode({ token: content, maxAge, ...key });
      (await cookies()).set(name, sealed, { ...options, maxAge });
    },
    /** Null where there is none, or it is too old or not ours. */
    read: async (): Promise<z.output<Schema> | null> => {
      const { name, key } = place();
      const token = (await cookies()).get(name)?.value;
      const content = token ? await decode({ token, ...key }).catch(() => null) : null;
      return schema.safeParse(content).data ?? null;
    },
    clear: async (): Promise<void> => {
      const { name, options } = place();
      (await cookies()).set(name, "", { ...options, maxAge: 0 });
    },
  };
}
