// Entries that can't be read before what stands behind them.
import type { Component } from "../lines/components";

/** Letters of all that wait, and what a line costs beside its letters. */
const mostLetters = 8_000_000;
const lineCost = 100;

/** Keeps them to the end of the file, as many as fit in memory. `Said` is what was known of each when it came. */
export class Waiting<Said> {
  private readonly kept: { component: Component; said: Said }[] = [];
  private letters = 0;

  /** False where no more can wait. */
  take(component: Component, said: Said): boolean {
    const letters = component.lines.reduce((sum, { text }) => sum + text.length + lineCost, lineCost);
    if (this.letters + letters > mostLetters) return false;
    this.letters += letters;
    // A line is a view into the chunk it arrived in, and would keep all of that in memory.
    const lines = component.lines.map((line) => ({ ...line, text: Buffer.from(line.text).toString() }));
    this.kept.push({ component: { ...component, lines, parts: [] }, said });
    return true;
  }

  all(): Iterable<{ component: Component; said: Said }> {
    return this.kept;
  }
}
