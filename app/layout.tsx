import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { ClientMessages } from "@/components/shell/client-messages";
import { pageColors } from "@/components/shell/page-colors";
import type { Theme } from "@/lib/account/words";
import { getAccount } from "@/lib/auth";
import "./globals.css";

const { light, dark } = pageColors;
const looks = {
  SYSTEM: {
    colorScheme: "light dark",
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: light },
      { media: "(prefers-color-scheme: dark)", color: dark },
    ],
  },
  LIGHT: { colorScheme: "light", themeColor: light },
  DARK: { colorScheme: "dark", themeColor: dark },
} satisfies Record<Theme, Viewport>;

// Said before any stylesheet is there, so that a dark page never starts white. `cover`: the phone's bar fills the edge.
export async function generateViewport(): Promise<Viewport> {
  return { ...looks[(await getAccount())?.theme ?? "SYSTEM"], viewportFit: "cover" };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("tagline"),
    appleWebApp: { capable: true, title: t("product") },
  };
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
