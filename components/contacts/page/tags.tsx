"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useActionState, useId, useOptimistic, useRef } from "react";
import { FieldError } from "@/components/ui/field";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { addTagAction, removeTagAction } from "@/lib/contacts/actions";
import type { Tag } from "@/lib/contacts/schema";
import type { FormState } from "@/lib/form-state";

/** The id of a tag that is still on its way to the server. */
const unsaved = "";

/** A contact's tags: typing makes one, whether it existed or not; the cross takes it off. */
export function Tags({ contactId, tags, all }: { contactId: string; tags: Tag[]; all: Tag[] }) {
  const t = useTranslations("contacts.page");
  const undo = useUndo();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [shown, show] = useOptimistic(tags);
  const [added, add] = useActionState(addTagAction, {} satisfies FormState as FormState);
  const removing = undoable(removeTagAction, (form) => {
    const tag = tags.find((mine) => mine.id === form.get("tagId"));
    if (!tag) return null;
    return {
      done: t("tagRemoved", { name: tag.name }),
      undo: undo(addTagAction, { fields: () => ({ id: contactId, tag: tag.name }) }),
    };
  });
  const [removed, remove] = useActionState(removing, {} satisfies FormState as FormState);
  const problems = [
    ...(added.errors?.tag ?? []),
    ...[added.message, removed.message].filter((text) => text !== undefined),
  ];
  const others = all.filter((tag) => !tags.some((mine) => mine.id === tag.id));

  const onAdd = (form: FormData) => {
    const name = String(form.get("tag")).trim();
    if (!name) return;
    show([...shown, { id: unsaved, name }]);
    if (input.current) input.current.value = "";
    add(form);
  };
  const onRemove = (form: FormData) => {
    show(shown.filter((tag) => tag.id !== form.get("tagId")));
    startTransition(() => remove(form));
  };
  return (
    <div className="grid gap-1.5">
      <ul className="flex flex-wrap items-center gap-1.5">
        {shown.map((tag) => (
          <li key={tag.id}>
            <form action={onRemove} className="inline-flex items-center rounded-full border border-line bg-soft pl-2.5">
              <input type="hidden" name="id" value={contactId} />
              <input type="hidden" name="tagId" value={tag.id} />
              {tag.name}
              <button
                type="submit"
                aria-label={t("removeTag", { name: tag.name })}
                disabled={tag.id === unsaved}
                className="grid size-6 place-items-center rounded-full text-dim hover:text-ink disabled:invisible pointer-coarse:size-10"
              >
                <X aria-hidden="true" className="size-3" />
              </button>
            </form>
          </li>
        ))}
        <li>
          <form action={onAdd} className="inline-flex items-center">
            <input type="hidden" name="id" value={contactId} />
            <input
              ref={input}
              name="tag"
              list={`${id}-all`}
              maxLength={50}
              aria-label={t("addTag")}
              aria-invalid={problems.length > 0 || undefined}
              aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
              placeholder={t("addTagPlaceholder")}
              autoComplete="off"
              className="w-24 rounded-full border border-edge border-dashed bg-transparent px-2.5 py-0.5 focus:w-36 pointer-coarse:py-2 pointer-coarse:text-touch"
            />
            <datalist id={`${id}-all`}>
              {others.map((tag) => (
                <option key={tag.id} value={tag.name} />
              ))}
            </datalist>
            <button
              type="submit"
              aria-label={t("addTag")}
              className="grid size-6 place-items-center text-dim hover:text-ink"
            >
              <Plus aria-hidden="true" className="size-3.5" />
            </button>
          </form>
        </li>
      </ul>
      <FieldError id={problems.length > 0 ? `${id}-problem` : undefined} errors={problems} />
    </div>
  );
}
