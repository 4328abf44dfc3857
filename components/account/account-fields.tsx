"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { TextInput } from "@/components/ui/text-input";

const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Who a new account is for; the time zone is the browser's. */
export function AccountFields({ name, email, emailHint }: { name?: string; email?: string; emailHint?: string }) {
  const t = useTranslations("account.setup");
  const timeZone = useSyncExternalStore(never, browserZone, () => "UTC");
  return (
    <>
      <input type="hidden" name="timeZone" value={timeZone} />
      <TextInput
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={name}
        autoComplete="name"
        autoFocus
        required
      />
      <TextInput
        name="email"
        type="email"
        label={t("email")}
        hint={emailHint ?? t("emailHint")}
        defaultValue={email}
        autoComplete="username"
        required
      />
    </>
  );
}
