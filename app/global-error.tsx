"use client";

import { NextIntlClientProvider } from "next-intl";
import { Crash } from "@/components/shell/crash";
import common from "@/lib/i18n/messages/en/common.json";
import "./globals.css";

/** The root layout itself failed, so the language is unknown: English. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>{common.product}</title>
        <main className="grid min-h-[80dvh] content-center">
          <NextIntlClientProvider locale="en-GB" messages={{ common }}>
            <Crash {...props} />
          </NextIntlClientProvider>
        </main>
      </body>
    </html>
  );
}
