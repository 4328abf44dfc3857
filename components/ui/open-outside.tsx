import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeyHint } from "./button";
import { buttonStyle } from "./button-style";

/** A link out of Vouch that the person follows, in a new tab; where it leads learns nothing of where it came from. */
export function OpenOutside({ href, keyHint, children }: { href: string; keyHint?: string; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-keyshortcuts={keyHint}
      className={buttonStyle({ variant: "ghost", size: "small" })}
    >
      {children}
      <ExternalLink aria-hidden="true" className="size-3.5" />
      <span className="sr-only"> ({t("newTab")})</span>
      {keyHint && <KeyHint>{keyHint}</KeyHint>}
    </a>
  );
}
