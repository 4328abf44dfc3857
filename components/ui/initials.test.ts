import { expect, test } from "vitest";
import { initials } from "./initials";

test.each([
  ["Lena Okafor", "LO"],
  ["Ana María de la Cruz", "AC"],
  ["Plato", "P"],
  ["émile zola", "ÉZ"],
  ["E\u0301mile Zola", "E\u0301Z"],
  ["Ng (吴) Wei", "NW"],
  ["吴 伟", "吴伟"],
  ["  ", ""],
  ["007 — !", ""],
])("%s is %s", (name, letters) => expect(initials(name)).toBe(letters));
