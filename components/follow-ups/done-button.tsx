"use client";

import { Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { completeFollowUpAction, reopenFollowUpAction } from "@/lib/follow-ups/actions";
import type { FollowUp } from "@/lib/follow-ups/schema";

/** Ticks a follow-up off, and on again. */
export function DoneButton({ followUp: { id, title, doneAt } }: { followUp: FollowUp }) {
  const t = useTranslations("follow-ups");
  const look = { variant: "ghost", className: "w-7 px-0 pointer-coarse:w-10" } as const;
  if (doneAt) {
    return (
      <ActionButton
        {...look}
        action={reopenFollowUpAction}
        fields={{ id }}
        done={t("reopened")}
        aria-label={t("reopenOf", { title })}
      >
        <CircleCheck aria-hidden="true" className="size-4.5" />
      </ActionButton>
    );
  }
  return (
    <ActionButton
      {...look}
      action={completeFollowUpAction}
      fields={{ id }}
      done={t("completed", { title })}
      undo={{ action: reopenFollowUpAction, fields: { id } }}
      aria-label={t("markDone", { title })}
    >
      <Circle aria-hidden="true" className="size-4.5" />
    </ActionButton>
  );
}
