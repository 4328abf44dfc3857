import { useState } from "react";
import { OperationKey } from "@/components/ui/operation-key";
import { newOperationKey } from "@/lib/operation-key";
import type { Selection } from "../use-selection";

/** Whom the form is about, and the id of the change it makes: sent twice, it is made once. */
export function SelectionFields({ selection }: { selection: Selection }) {
  const [key] = useState(newOperationKey);
  return (
    <>
      <OperationKey value={key} />
      {Object.entries(selection.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
