import { type AccountDb, asAccount, type OwnerId } from "@/lib/db";

/** A data function of an account's own, run as its action runs it: in one transaction of whoever asks. */
export const asking =
  <Args extends unknown[], T>(work: (db: AccountDb, ...args: Args) => Promise<T>) =>
  (who: OwnerId, ...args: Args): Promise<T> =>
    asAccount(who, (db) => work(db, ...args));
