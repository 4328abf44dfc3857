import type { PolicyValues } from "./schema";
import { policyNumbers } from "./words";

/** What the form holds of a policy. */
export function policyFields({ requireSupportEachWay, ...numbers }: PolicyValues): Record<string, string> {
  return {
    ...Object.fromEntries(
      Object.keys(policyNumbers).map((name) => [name, String(numbers[name as keyof typeof numbers])]),
    ),
    ...(requireSupportEachWay && { requireSupportEachWay: "on" }),
  };
}
