"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { renamePasskeyAction } from "@/lib/account/passkeys/actions";
import { Named } from "./named";

/** With the name as its `key` it closes once there is another. */
export function RenamePasskey({ id, name }: { id: string; name: string }) {
  const t = useTranslations("keys.passkeys");
  const undo = useUndo();
  const rename = undoable(renamePasskeyAction, {
    done: t("renamed"),
    undo: undo(renamePasskeyAction, { fields: () => ({ id, name }) }),
  });
  return (
    <Disclosure label={<Named short={t("rename")} whole={t("renameNamed", { name })} />}>
      <Form action={rename} className="mt-2">
        <input type="hidden" name="id" value={id} />
        <TextInput name="name" label={t("changedName")} defaultValue={name} autoComplete="off" maxLength={60} />
        <SubmitButton size="small" className="justify-self-start">
          {t("save")}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}
