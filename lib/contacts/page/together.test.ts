import { expect, test } from "vitest";
import type { Sentence } from "@/lib/strength/explanation/sentence";
import { together } from "./together";

const sentence = (key: Sentence["key"], text?: string): Sentence => ({
  key,
  values: text === undefined ? {} : { text },
  moments: {},
  href: "/",
});

test("what is in common is said in one sentence, everything else stays", () => {
  const said = together([
    sentence("evidence.deepen"),
    sentence("evidence.common_ground", "Oslo"),
    sentence("evidence.common_ground", "tariffs"),
    sentence("evidence.check"),
  ]);
  expect(said).toEqual([
    sentence("evidence.deepen"),
    sentence("evidence.common_ground", "Oslo, tariffs"),
    sentence("evidence.check"),
  ]);
});
