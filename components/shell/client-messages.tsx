import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/**
 * Gives client leaves the part of the catalogue they read: `common`, and the namespaces named here. All else stays on
 * the server. It replaces what an outer one gave.
 */
export async function ClientMessages({ only = [], children }: { only?: (keyof Messages)[]; children: ReactNode }) {
  const messages = await getMessages();
  const given = Object.fromEntries((["common", ...only] as const).map((name) => [name, messages[name]]));
  return <NextIntlClientProvider messages={given}>{children}</NextIntlClientProvider>;
}
