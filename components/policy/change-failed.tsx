"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { dropChangeAction } from "@/lib/policy/actions";
import type { PolicyChange } from "@/lib/policy/schema";

/** What was asked for stands in the form again; the old policy is in force. */
export function ChangeFailed({ change }: { change: PolicyChange }) {
  const t = useTranslations("policy.change");
  return (
    <div role="alert" className="grid gap-2 rounded-control bg-blocked-bg px-4 py-3">
      <p className="flex gap-2 font-medium text-blocked">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" />
        {t("failed", { reference: change.reference ?? "–" })}
      </p>
      <ActionButton action={dropChangeAction} fields={{ id: change.id }} done={t("kept")}>
        {t("keep")}
      </ActionButton>
    </div>
  );
}
