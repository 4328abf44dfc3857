"use client";

import { useTranslations } from "next-intl";
import { Suspense, use, useState } from "react";
import { LaterWords } from "@/components/shell/later-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { ContactChoice } from "@/lib/interactions/schema";
import { newOperationKey } from "@/lib/operation-key";
import { LogForm } from "./log-form";

/** The log form over the page it was opened from, until it is saved or left. */
export function LogDialog(props: Props) {
  return (
    <LaterWords>
      <Titled {...props} />
    </LaterWords>
  );
}

type Props = { person: Promise<ContactChoice | null>; onClose: () => void };

function Titled({ person, onClose }: Props) {
  const t = useTranslations("interactions");
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t("title")} size="large">
      <Suspense>
        <DialogForm person={person} onSaved={onClose} />
      </Suspense>
    </Dialog>
  );
}

function DialogForm({ person, onSaved }: { person: Promise<ContactChoice | null>; onSaved: () => void }) {
  const common = useTranslations("common");
  const known = use(person);
  const [start] = useState(() => ({ now: new Date().toISOString(), operationKey: newOperationKey() }));
  return (
    <LogForm {...start} people={known ? [known] : []} onSaved={onSaved}>
      <DialogClose>
        <Button variant="ghost">{common("cancel")}</Button>
      </DialogClose>
    </LogForm>
  );
}
