// The figures that the model is fed with, unless others are given. docs/scale.md says how each was measured, or why it is assumed.
import type { Figures, Plant } from "./model";

export const measured: Omit<Figures, "owners"> = {
  bytesPerOwner: 3_100_000,
  readMs: 8,
  writeMs: 7,
  pageMs: 40,
  walPerWrite: 195_000,
  // Assumed:
  activeShare: 0.1,
  readsPerDay: 30,
  writesPerDay: 5,
  peak: 3,
  exponent: 0.5,
  fromMemory: 0.5,
  usedShare: 0.3,
};

/** Rented servers of the plain kind; the same from one of the large clouds costs five to ten times as much. */
export const plant: Plant = {
  database: { cores: 16, memoryGb: 128, diskGb: 3_800, price: 250 },
  application: { cores: 8, memoryGb: 16, diskGb: 80, price: 60 },
  copies: 2,
  busy: 0.5,
  full: 0.6,
};
