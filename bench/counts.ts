// The whole numbers that stand after a benchmark's command: how much of everything it makes.
import { complain, Obstacle } from "../scripts/say";

/** From 1 on; null for anything else. */
export const wholeNumber = (word: string): number | null => (/^[1-9]\d{0,8}$/.test(word) ? Number(word) : null);

/** By name, in the order of `usual`, which says what holds where nothing is typed. Throws an Obstacle that says what there is. */
export function readCounts<Name extends string>(
  command: string,
  usual: Record<Name, number>,
  typed: string[],
): Record<Name, number> {
  const names = Object.keys(usual) as Name[];
  const usage = `There is: npm run ${command} -- ${names.map((name) => `<${name}>`).join(" ")}`;
  const counts = { ...usual };
  for (const [place, word] of typed.entries()) {
    const [name, number] = [names[place], wholeNumber(word)];
    if (!name) throw new Obstacle(`"${word}" is one too many. ${usage}`);
    if (!number) throw new Obstacle(`"${word}" is no number of ${name}. ${usage}`);
    counts[name] = number;
  }
  return counts;
}

/** As typed after this command. For anything else it ends with the sentence: nothing was started yet. */
export function countsAsked<Name extends string>(command: string, usual: Record<Name, number>): Record<Name, number> {
  try {
    return readCounts(command, usual, process.argv.slice(2));
  } catch (error) {
    complain(error);
    process.exit(1);
  }
}
