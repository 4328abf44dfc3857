import { expect, test } from "vitest";
import { needsConnection, nextStatuses } from "./moves";
import { recommendationStatuses } from "./words";

test.each([true, false])("every state can be left, and none leads to itself (connected: %s)", (isConnected) => {
  for (const status of recommendationStatuses) {
    expect(nextStatuses(status, isConnected).length).toBeGreaterThan(0);
    expect(nextStatuses(status, isConnected)).not.toContain(status);
  }
});

test("without the connection nothing leads to what LinkedIn refuses", () => {
  for (const status of recommendationStatuses) {
    expect(nextStatuses(status, false).filter(needsConnection)).toEqual([]);
  }
});
