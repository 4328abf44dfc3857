import { expect, test } from "vitest";
import { sourceId } from "./source-id";

// Everything that was ever brought is known again by these, also what was taken to a newer Vouch: they never change.
test.each<[source: string[], at: Date | undefined, id: string]>([
  [["slug", "zoë-quill"], undefined, "35d5a96a-c3fb-8ea3-be33-27d48951acf1"],
  [["invitation", "OUTGOING", "zoë-quill"], new Date("2016-12-20T10:11Z"), "01591bb6-7720-8238-b489-91a2211e209b"],
  [["ab", "c"], undefined, "430fb1b4-ac43-816e-8a81-fab27a1930ab"],
  [["a", "bc"], undefined, "5310a587-8878-8ab2-9d5a-d7c3f8503582"],
])("%s, %s is and stays %s", (source, at, id) => {
  expect(sourceId(source, at)).toBe(id);
});
