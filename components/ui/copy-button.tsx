"use client";

import type { ComponentProps } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";
import { toast } from "./toast";

/** Copies `text` and says whether it did. */
export function CopyButton({
  text,
  copied,
  notCopied,
  ...button
}: Omit<ComponentProps<typeof Button>, "onClick"> & { text: string; copied: string; notCopied: string }) {
  return (
    <Button
      {...button}
      onClick={async () => {
        toast({ text: (await copyText(text)) ? copied : notCopied });
      }}
    />
  );
}
