"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import type { Tag } from "@/lib/contacts/schema";
import { setTagCadenceAction } from "@/lib/rhythm/actions";
import type { TagCadence } from "@/lib/rhythm/schema";
import { wishFields, wishIn } from "@/lib/rhythm/wish";
import { EveryFields } from "./every-fields";
import { useRhythmWords } from "./use-rhythm-words";

/** Gives a tag a rhythm, or another one. */
export function TagForm({ tags, cadences }: { tags: Tag[]; cadences: TagCadence[] }) {
  const t = useTranslations("rhythm");
  const words = useRhythmWords();
  const undo = useUndo();
  const action = undoable(setTagCadenceAction, (form) => {
    const tagId = String(form.get("tagId"));
    const tag = tags.find(({ id }) => id === tagId)?.name ?? "";
    const before = cadences.find((cadence) => cadence.tagId === tagId)?.wish ?? "DEFAULT";
    return {
      done: t("tags.set", { tag, rhythm: words(wishIn(form)) }),
      undo: undo(setTagCadenceAction, { fields: () => ({ tagId, ...wishFields(before) }) }),
    };
  });
  return (
    <Form action={action}>
      <div className="flex flex-wrap items-end gap-2">
        <Select
          name="tagId"
          label={t("tags.tag")}
          empty={t("tags.choose")}
          options={tags.map(({ id, name }) => ({ value: id, label: name }))}
          className="min-w-40 flex-1"
        />
        <EveryFields wish="DEFAULT" />
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
