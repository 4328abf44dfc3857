"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { loadWords } from "@/components/shell/later-words";
import { getContactChoiceAction } from "@/lib/interactions/actions";
import type { ContactChoice } from "@/lib/interactions/schema";

const LogDialog = dynamic(
  () => Promise.all([import("./log-dialog"), loadWords()]).then(([loaded]) => loaded.LogDialog),
  {
    ssr: false,
    // While it loads, keys belong to what is coming and not to the page's shortcuts.
    loading: () => <div role="dialog" aria-busy="true" className="sr-only" />,
  },
);

/** From this width on a dialog; on a phone the page of its own is the better form. */
const roomForDialog = "(min-width: 640px)";

/**
 * Makes every link to /log, in the shell or on any page, open the form as a dialog over the page it is on. Opened on a
 * contact, or by a link that names one, it starts with that person. Its script is loaded when it is first opened.
 */
export function LogFromAnywhere() {
  const path = usePathname();
  const [opened, setOpened] = useState<{ person: Promise<ContactChoice | null> } | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href]");
      if (!plain || !link || link.pathname !== "/log" || path === "/log" || !matchMedia(roomForDialog).matches) return;
      event.preventDefault(); // Next's own links look at it too
      const asked = new URLSearchParams(link.search).get("contact") ?? /^\/contacts\/([0-9a-f-]{36})/.exec(path)?.[1];
      setOpened({ person: asked ? getContactChoiceAction(asked).catch(() => null) : Promise.resolve(null) });
    };
    document.addEventListener("click", onClick, { capture: true });
    return () => document.removeEventListener("click", onClick, { capture: true });
  }, [path]);

  return opened && <LogDialog person={opened.person} onClose={() => setOpened(null)} />;
}
