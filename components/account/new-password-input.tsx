import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextInput } from "@/components/ui/text-input";

/** Where a password is chosen. */
export function NewPasswordInput({ label }: { label: ReactNode }) {
  const t = useTranslations("account.setup");
  return (
    <TextInput
      name="password"
      type="password"
      label={label}
      hint={t("passwordHint")}
      autoComplete="new-password"
      required
    />
  );
}
