"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { resetPolicyAction, savePolicyAction } from "@/lib/policy/actions";
import { policyFields } from "@/lib/policy/form-values";
import type { PolicyValues } from "@/lib/policy/schema";

/** Back to the defaults; what was there comes back by undo. */
export function ResetButton({ values, version }: { values: PolicyValues; version: number }) {
  const t = useTranslations("policy.reset");
  const before = { ...policyFields(values), version: String(version + 1) };
  return (
    <ActionButton
      action={resetPolicyAction}
      fields={{ version }}
      done={t("done")}
      undo={{ action: savePolicyAction, fields: before }}
      size="medium"
    >
      {t("button")}
    </ActionButton>
  );
}
