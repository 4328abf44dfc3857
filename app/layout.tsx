import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { ClientMessages } from "@/components/shell/client-messages";
import { getAccount } from "@/lib/auth";
import "./globals.css";

const colorSchemes = { SYSTEM: "light dark", LIGHT: "light", DARK: "dark" } as const;

// Said before any stylesheet is there, so that a dark page never starts white. `cover`: the phone's bar fills the edge.
export async function generateViewport(): Promise<Viewport> {
  return { colorScheme: colorSchemes[(await getAccount())?.theme ?? "SYSTEM"], viewportFit: "cover" };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("product"), template: `%s · ${t("product")}` }, description: t("tagline") };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Asked for with the page itself: the first words are set in it, and nothing moves later.
  preload(inter, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const theme = (await getAccount())?.theme;
  return (
    <html lang={await getLocale()} data-theme={theme?.toLowerCase()}>
      <body>
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  );
}
