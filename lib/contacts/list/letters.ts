// The rail of letters beside a list by name; safe in the browser.
import { writeCursor } from "./cursor";
import type { ContactQuery } from "./query";

/** Names as they are sorted (folded) fall under a letter of the alphabet, or before or behind it. */
export const letters = ["#", ..."abcdefghijklmnopqrstuvwxyz", "…"] as const;
export type Letter = (typeof letters)[number];

const beyond = "\u{10FFFF}";
/** The sort key where each begins, and where it ends. */
export function boundsOf(letter: Letter): { from: string; to: string } {
  if (letter === "#") return { from: "", to: "a" };
  if (letter === "…") return { from: "{", to: beyond };
  return { from: letter, to: letter === "z" ? "{" : String.fromCharCode(letter.charCodeAt(0) + 1) };
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** The cursor after which the letter's first name comes, in whichever direction the list is sorted. */
export function cursorOf(letter: Letter, { reversed }: Pick<ContactQuery, "reversed">): string {
  const { from, to } = boundsOf(letter);
  return writeCursor({ key: reversed ? to : from, id: nobody });
}
