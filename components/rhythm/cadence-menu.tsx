"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { setCadenceAction } from "@/lib/rhythm/actions";
import { usual, type Wish, wishFields, wishIn } from "@/lib/rhythm/wish";
import { EveryFields } from "./every-fields";
import { useRhythmWords } from "./use-rhythm-words";

/** How often to be in touch with one contact: what is usual at a press, anything else typed; each says so, with undo. */
export function CadenceMenu({ contactId, name, own }: { contactId: string; name: string; own: Wish }) {
  const t = useTranslations("rhythm");
  const words = useRhythmWords();
  const undo = useUndo();
  const said = (wish: Wish) => t("chosen", { name, rhythm: words(wish) });
  const before = { contactId, ...wishFields(own) };
  const typed = undoable(setCadenceAction, (form) => ({
    done: said(wishIn(form)),
    undo: undo(setCadenceAction, { fields: () => before }),
  }));
  const choices: Wish[] = [...usual, "NEVER", ...(own === "DEFAULT" ? [] : ["DEFAULT" as const])];
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap gap-1">
        {choices.map((wish) => (
          <ActionButton
            key={JSON.stringify(wish)}
            action={setCadenceAction}
            fields={{ contactId, ...wishFields(wish) }}
            done={said(wish)}
            undo={{ action: setCadenceAction, fields: before }}
          >
            {typeof wish === "string" ? t(wish) : words(wish)}
          </ActionButton>
        ))}
      </div>
      <Form action={typed} className="mt-2">
        <input type="hidden" name="contactId" value={contactId} />
        <div className="flex flex-wrap items-end gap-2">
          <EveryFields wish={own} />
          <SubmitButton variant="secondary">{t("save")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
