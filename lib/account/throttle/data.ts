import "server-only";
import { beforeSignIn, type SignInDb } from "@/lib/db";
import { rememberMs, withAccount, withAddress } from "../throttle";
import { countTry, forgetTries, uncountTry } from "../tries";

/** Where a guess comes from, as far as that is known: the address, and a browser that signed in to the account before. */
export type From = { address: string | null; browser: string | null };
export const nowhere: From = { address: null, browser: null };

/** Whose password is guessed at, and from where. */
export type Guess = From & { email: string };

/**
 * Counts a guess at a password under the account and the address; one of a known browser under that alone, so that nobody who
 * guesses at the same address keeps it out. Throws the Refusals of countTry.
 */
export async function countGuess(db: SignInDb, guess: Guess): Promise<void> {
  // In this order always: two that hold one each would wait for one another.
  await countTry(db, guesserKey(guess), withAccount);
  if (guess.browser === null) await countAt(db, guess.address);
}

/** The password was right: of the address's guesses only this one is forgotten. */
export async function guessedRight(db: SignInDb, guess: Guess): Promise<void> {
  await forgetTries(db, guesserKey(guess));
  if (guess.browser === null) await uncountAt(db, guess.address);
}

/** Counts a try at whatever can be guessed (a password, a link) under the address alone. Throws the Refusals of countTry. */
export async function countAt(db: SignInDb, address: string | null): Promise<void> {
  if (address !== null) await countTry(db, addressKey(address), withAddress);
}

/** The try was right. */
export async function uncountAt(db: SignInDb, address: string | null): Promise<void> {
  if (address !== null) await uncountTry(db, addressKey(address));
}

/** The account has another password: who failed at the old one, by whatever browser it is that asks, waits no more. */
export async function forgetGuesses(db: SignInDb, guess: Guess): Promise<void> {
  await forgetTries(db, accountKey(guess.email));
  await forgetTries(db, guesserKey(guess));
}

/** Deletes what is too long ago to count; answers with how many. */
export async function sweepTries(): Promise<number> {
  const { count } = await beforeSignIn((db) =>
    db.signInFailure.deleteMany({ where: { lastAt: { lt: new Date(Date.now() - rememberMs) } } }),
  );
  return count;
}

/** A known browser is counted by itself, all others together: their guessing doesn't keep out who was in before. */
const guesserKey = ({ email, browser }: Guess) => (browser ? `browser:${browser}` : accountKey(email));
const addressKey = (address: string) => `address:${address}`;

/** Under what wrong passwords for an account are counted. */
export const accountKey = (email: string) => `account:${email}`;
