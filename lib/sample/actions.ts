"use server";

import { ownerAction, saved } from "@/lib/action";
import { nothing } from "@/lib/schema";
import { addSample, removeSample } from "./data";

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
