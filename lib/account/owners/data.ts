import "server-only";
import { beforeSignIn, type OwnerId } from "@/lib/db";

const atOnce = 1_000;

/** Everybody who has an account, oldest first, for what is done for each of them. */
export async function* listOwners(): AsyncGenerator<OwnerId> {
  for (let after = ""; ; ) {
    const users = await beforeSignIn((db) =>
      db.appUser.findMany({
        where: after ? { id: { gt: after } } : {},
        select: { id: true },
        orderBy: { id: "asc" },
        take: atOnce,
      }),
    );
    for (const { id } of users) yield id as OwnerId;
    if (users.length < atOnce) return;
    after = users.at(-1)?.id ?? "";
  }
}
