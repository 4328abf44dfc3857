import { expect, test, vi } from "vitest";
import { log } from "./log";

/** What `work` writes to the log, as it stands there. */
function logged(work: () => void): string {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  work();
  const lines = write.mock.calls.map(([line]) => String(line)).join("");
  write.mockRestore();
  return lines;
}

test("what an error quotes stays out of the log, also where it looks like a place in the code", () => {
  const note = "We met\n    at Lena Okafor's office\n    at Quokka Street (door:1:2)\nat noon";
  const line = logged(() =>
    log.error("action.failed", new Error(`Failing row contains (${note})`), { reference: "1a2b" }),
  );
  expect(line).not.toMatch(/Okafor|Quokka|noon|Failing/);
  expect(JSON.parse(line)).toMatchObject({ level: "error", event: "action.failed", name: "Error", reference: "1a2b" });
  expect(JSON.parse(line).frames).toContain("log.test.ts");
});

test("an event is one line, whatever it is told with", () => {
  const line = logged(() => log.info("import.read", { id: "one\ntwo", rows: 3 }));
  expect(line.match(/\n/g)).toHaveLength(1);
});
