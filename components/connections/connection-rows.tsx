"use client";

import type { ConnectionSummary } from "@/lib/connections/schema";
import { ConnectionRow } from "./connection-row";
import { useRowWords } from "./words";

export function ConnectionRows({ connections }: { connections: ConnectionSummary[] }) {
  const words = useRowWords();
  return connections.map((connection) => <ConnectionRow key={connection.id} connection={connection} words={words} />);
}
