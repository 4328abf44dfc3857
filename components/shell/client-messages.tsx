import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { type Branch, branchesOf } from "@/lib/i18n/branches";

/**
 * Gives client leaves the part of the catalogue they read: `common`, and the branches named here. All else stays on
 * the server. It replaces what an outer one gave.
 */
export async function ClientMessages({ only = [], children }: { only?: Branch[]; children: ReactNode }) {
  const given = branchesOf(await getMessages(), ["common", ...only]);
  return <NextIntlClientProvider messages={given}>{children}</NextIntlClientProvider>;
}
