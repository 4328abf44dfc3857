import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/form-state";
import { type InteractionKind, interactionKinds } from "@/lib/interactions/words";
import { LineFrame } from "../line-frame";

/** What was sent, as it was typed; `answer` says why it could not be saved. */
export type Written = { id: string; at: string; values: NonNullable<FormState["values"]>; answer: FormState };

/** An entry of the timeline that is on its way, or, with a way back into the box, one that could not be saved. */
export function UnsavedEntry({ entry: { at, values, answer }, onAgain }: { entry: Written; onAgain?: () => void }) {
  const t = useTranslations("interactions");
  const kind: InteractionKind = interactionKinds.find((known) => known === values.kind) ?? "IN_PERSON";
  return (
    <LineFrame
      at={at}
      title={t(`kinds.${kind}`)}
      remark={[
        <span key="state" role="status" className={onAgain ? "font-medium text-blocked" : "italic"}>
          {t(onAgain ? "composer.failed" : "composer.saving")}
        </span>,
      ]}
    >
      <p className="whitespace-pre-line text-dim text-small">{values.notes}</p>
      {onAgain && (
        <div className="mt-1 grid justify-items-start gap-1">
          <p className="text-blocked text-small">
            {[answer.message, ...Object.values(answer.errors ?? {}).flat()].join(" ")}
          </p>
          <Button size="small" onClick={onAgain}>
            {t("composer.again")}
          </Button>
        </div>
      )}
    </LineFrame>
  );
}
