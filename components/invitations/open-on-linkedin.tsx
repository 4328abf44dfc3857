import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button-style";

/** A link the person follows; LinkedIn learns nothing of where it came from. */
export function OpenOnLinkedIn({ href, children }: { href: string; children: ReactNode }) {
  const t = useTranslations("invitations");
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
