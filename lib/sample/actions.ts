"use server";

import { ownerAction, saved } from "@/lib/action";
import { addSample, removeSample } from "./data";
import { nothing } from "./schema";

export const addSampleAction = ownerAction(
  "sample.add",
  nothing,
  async (db, _, { name, timeZone }) => {
    await addSample(db, { name, timeZone, now: new Date() });
    return saved("sample", []);
  },
  { timeoutMs: 60_000 },
);

export const removeSampleAction = ownerAction(
  "sample.remove",
  nothing,
  async (db) => {
    await removeSample(db);
    return saved("sample", []);
  },
  { timeoutMs: 60_000 },
);
