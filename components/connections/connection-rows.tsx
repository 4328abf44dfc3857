"use client";

import type { ConnectionSummary } from "@/lib/connections/schema";
import { ConnectionRow } from "./connection-row";
import { prefillOf } from "./reason-text";
import { useRemovalForms } from "./removal-forms";
import { useRowWords } from "./words";

export function ConnectionRows({ connections }: { connections: ConnectionSummary[] }) {
  const words = useRowWords();
  const { forms, drawn } = useRemovalForms(connections.map((connection) => prefillOf(connection, words.prefill)));
  return (
    <>
      {connections.map((connection) => (
        <ConnectionRow key={connection.id} connection={connection} words={words} forms={forms} />
      ))}
      {drawn}
    </>
  );
}
