import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import "./globals.css";

// Said before any stylesheet is there, so that a dark page never starts white. `cover`: the phone's bar fills the edge.
export const viewport: Viewport = { colorScheme: "light dark", viewportFit: "cover" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, description: t("tagline") };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  );
}
