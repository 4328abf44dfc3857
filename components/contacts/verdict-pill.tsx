import { useTranslations } from "next-intl";
import { Pill, type Tone } from "@/components/ui/pill";
import type { Verdict } from "@/lib/strength/schema";

export const verdictTones: Record<Verdict, Tone> = {
  READY: "ready",
  ALMOST: "almost",
  BUILDING: "building",
  PENDING: "pending",
  CONNECTED: "connected",
  BLOCKED: "blocked",
};

/** A verdict in its colour and its word. */
export function VerdictPill({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("strength.verdicts");
  return <Pill tone={verdictTones[verdict]}>{t(verdict)}</Pill>;
}
