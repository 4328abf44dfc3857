"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { KeyHint } from "@/components/ui/button";
import { type KnownKey, knownKeys } from "./known-keys";

const KeysDialog = dynamic(() => import("./keys-dialog").then((loaded) => loaded.KeysDialog), { ssr: false });

/** Opens the list of all keys, as they are on the page one is on. */
export function ShowKeys({ className, children }: { className: string; children: ReactNode }) {
  const [keys, setKeys] = useState<KnownKey[] | null>(null);
  return (
    <>
      <button type="button" aria-keyshortcuts="?" onClick={() => setKeys(knownKeys())} className={className}>
        {children}
        <KeyHint>?</KeyHint>
      </button>
      {keys && <KeysDialog keys={keys} onClose={() => setKeys(null)} />}
    </>
  );
}
