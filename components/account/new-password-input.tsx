import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextInput } from "@/components/ui/text-input";

/** Where a password is chosen. */
export function NewPasswordInput({ label, autoFocus }: { label: ReactNode; autoFocus?: boolean }) {
  const t = useTranslations("account.password");
  return (
    <TextInput
      name="password"
      type="password"
      label={label}
      hint={t("hint")}
      autoComplete="new-password"
      autoFocus={autoFocus}
      required
    />
  );
}
