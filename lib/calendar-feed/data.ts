import "server-only";
import { hashToken, newToken } from "@/lib/account/token";
import { type AccountDb, beforeSignIn, type OwnerId } from "@/lib/db";
import { languageOf } from "@/lib/i18n/languages";
import type { FeedReader } from "./feed";
import type { CalendarFeed } from "./schema";

/** The owner's feed, or null while there is none. */
export function getFeed(owner: OwnerId): Promise<CalendarFeed | null> {
  return beforeSignIn(async (db) => {
    const feed = await db.calendarFeed.findUnique({
      where: { userId: owner },
      select: { withNotes: true, createdAt: true },
    });
    return feed && { ...feed, createdAt: feed.createdAt.toISOString() };
  });
}

/** Gives the feed a new address, or makes it; the one before stops working. Answers with the token of the address. */
export async function renewFeed(db: AccountDb, withNotes: boolean): Promise<string> {
  const token = newToken();
  const feed = { tokenHash: hashToken(token), withNotes, createdAt: new Date() };
  const userId = db.owner;
  await db.calendarFeed.upsert({ where: { userId }, create: { userId, ...feed }, update: feed });
  return token;
}

export async function revokeFeed(db: AccountDb): Promise<void> {
  await db.calendarFeed.deleteMany({ where: { userId: db.owner } });
}

/** Whose calendar a token opens, or null once it was renewed or revoked, never was, or its account is closed. */
export function findFeed(token: string): Promise<FeedReader | null> {
  return beforeSignIn(async (db) => {
    const feed = await db.calendarFeed.findUnique({
      where: { tokenHash: hashToken(token), user: { closedAt: null } },
      select: { userId: true, withNotes: true, user: { select: { locale: true } } },
    });
    if (!feed) return null;
    return { owner: feed.userId as OwnerId, withNotes: feed.withNotes, language: languageOf(feed.user.locale) };
  });
}
