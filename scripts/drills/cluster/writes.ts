// How the writes of one part of the drill went, by the journal; and how long nothing was acknowledged.
import type { Journal } from "../journal";
import type { Load } from "../load";

/** From now on; ask when nothing is on its way. */
export function writesSince(journal: Journal) {
  const from = journal.entries().length;
  return () => {
    const entries = journal.entries().slice(from);
    const taken = entries.filter(({ answered }) => answered);
    const again = taken.filter(({ sent }) => sent > 1).length;
    const failed = entries.length - taken.length;
    return {
      taken: taken.length,
      again,
      failed,
      inWords: `${taken.length} writes, ${again} taken when sent again, ${failed} not taken`,
    };
  };
}

/** Watches `load` until `stop`, which answers with the longest time without an acknowledgement, in milliseconds. */
export function watchSilence(load: Load) {
  let [seen, at, longest] = [load.answered(), performance.now(), 0];
  const look = () => {
    longest = Math.max(longest, performance.now() - at);
    if (load.answered() === seen) return;
    [seen, at] = [load.answered(), performance.now()];
  };
  const timer = setInterval(look, 20);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return longest;
    },
  };
}
