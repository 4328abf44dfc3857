import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";

/** A link out of Vouch that the person follows, in a new tab; where it leads learns nothing of where it came from. */
export function OpenOutside({ href, children }: { href: string; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={buttonStyle({ variant: "ghost", size: "small" })}
    >
      {children}
      <ExternalLink aria-hidden="true" className="size-3.5" />
      <span className="sr-only"> ({t("newTab")})</span>
    </a>
  );
}
