"use client";

import { useContext, useEffect, useState } from "react";
import { newOperationKey } from "@/lib/operation-key";
import { FormContext, useTypedValue } from "./form-context";

/**
 * The id of the row a form is about to make, so that the form sent twice makes one row. A new one whenever the last is
 * used up: after saving, after a refusal of the id itself, and at first, as the page may come out of a cache. After an
 * answer that got lost it stays, because then nobody knows, and in a form that came back with what was typed.
 */
export function OperationKey({ name = "id", value }: { name?: string; value: string }) {
  const { saved, errors } = useContext(FormContext);
  const refused = errors?.[name];
  const sent = useTypedValue(name, undefined);
  const [key, setKey] = useState(refused || !sent ? value : sent);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent stays until it is saved or refused
  useEffect(() => {
    if (saved || refused || !sent) setKey(newOperationKey());
  }, [saved, refused]);
  return <input type="hidden" name={name} value={key} />;
}
