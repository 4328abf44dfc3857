"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Form } from "@/components/ui/form";
import { Kbd } from "@/components/ui/kbd";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoable } from "@/components/ui/undoable";
import { useUndo } from "@/components/ui/use-undo";
import { reviewAction, undoDistinctAction, undoMergeAction } from "@/lib/duplicates/actions";
import type { Candidate } from "@/lib/duplicates/schema";
import { chosenFields, writtenFields } from "@/lib/duplicates/words";
import { FieldRow } from "./field-row";
import { HistoryRow, ListRow } from "./kept-rows";
import { PeopleRow } from "./people-row";

const fields = [...chosenFields.slice(0, -1), ...writtenFields, "assessment", "doNotConnect"] as const;
const lists = ["slugs", "emails", "phones", "links", "tags"] as const;

/** The people side by side: which value to keep where they differ, and what they are. */
export function ReviewForm({ people, isAsked, canUndo }: { people: Candidate[]; isAsked: boolean; canUndo: boolean }) {
  const t = useTranslations("duplicates");
  const undo = useUndo();
  const action = undoable(reviewAction, (form) => {
    switch (form.get("intent")) {
      case "merge":
        return {
          done: t("merged", { name: nameOf(people, form.get("fullName")) }),
          undo: undo(undoMergeAction, { undone: t("decisions.undone") }),
        };
      case "distinct":
        return {
          done: t("markedDistinct"),
          undo: undo(undoDistinctAction, {
            fields: ({ ids }) => ({ people: ids.join(" ") }),
            undone: t("decisions.asksAgain"),
          }),
        };
      default:
        return { done: t("skipped") };
    }
  });
  return (
    <Form action={action} className="mt-4">
      {people.map(({ id, version }) => (
        <input key={id} type="hidden" name="seen[]" value={`${id} ${version}`} />
      ))}
      {/* relative: words for screen readers alone must scroll along, or the page gets as wide as they are. */}
      <div className="relative overflow-x-auto">
        <div className={cn(people.length > 2 && "min-w-[36rem]")}>
          <PeopleRow people={people} />
          {fields.map((field) => (
            <FieldRow key={field} field={field} people={people} />
          ))}
          {lists.map((list) => (
            <ListRow key={list} list={list} people={people} />
          ))}
          <HistoryRow people={people} />
        </div>
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-2 border-line border-t bg-panel/95 px-4 pt-3 backdrop-blur-sm max-md:bottom-14 max-md:pb-3">
        <SubmitButton name="intent" value="merge" keyHint="M">
          {t("merge")}
        </SubmitButton>
        <SubmitButton name="intent" value="distinct" keyHint="D" variant="secondary">
          {t("distinct")}
        </SubmitButton>
        {isAsked ? (
          <ButtonLink href="/contacts/duplicates" keyHint="S" variant="ghost">
            {t("skip")}
          </ButtonLink>
        ) : (
          <SubmitButton name="intent" value="skip" keyHint="S" variant="ghost">
            {t("skip")}
          </SubmitButton>
        )}
        {canUndo && (
          // The button that has the key stands further down, perhaps out of sight.
          <span
            aria-hidden="true"
            className="ml-auto self-center text-dim text-small max-md:hidden pointer-coarse:hidden"
          >
            <Kbd look="flat">U</Kbd> {t("undoLast")}
          </span>
        )}
      </div>
    </Form>
  );
}

/** The name chosen, which is everybody's where there was nothing to choose. */
function nameOf(people: Candidate[], chosen: unknown): string {
  return (people.find(({ id }) => id === chosen) ?? people[0])?.fullName ?? "";
}
