import type { MetadataRoute } from "next";
import { pageColors } from "@/components/shell/page-colors";
import common from "@/lib/i18n/messages/en/common.json";
import shell from "@/lib/i18n/messages/en/shell.json";

/** What a phone installs. In English: it is asked for without a session, so whose it is isn't known. */
export default function manifest(): MetadataRoute.Manifest {
  const icons = [
    { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ] as const;
  const shortcut = (name: string, url: string) => ({ name, url, icons: [icons[0]] });
  return {
    id: "/",
    name: common.product,
    short_name: common.product,
    description: common.tagline,
    lang: "en-GB",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: pageColors.light,
    theme_color: pageColors.light,
    categories: ["business", "productivity"],
    icons: [...icons],
    shortcuts: [
      shortcut(shell.log, "/log"),
      shortcut(shell.newContact, "/contacts/new"),
      shortcut(shell.ready, "/ready"),
    ],
    share_target: {
      action: "/contacts/new",
      method: "GET",
      enctype: "application/x-www-form-urlencoded",
      params: { title: "title", text: "text", url: "url" },
    },
  };
}
