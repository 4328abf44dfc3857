import type { Route } from "next";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { DayOf } from "@/components/ui/date";
import { Link } from "@/components/ui/link";
import type { Sentence } from "@/lib/strength/explanation/sentence";

/** A sentence of the explanation in the reader's words and dates. */
export function SentenceText({ sentence: { key, values, moments } }: { sentence: Sentence }) {
  const t = useTranslations("strength");
  const days = Object.entries(moments).map(([name, moment]) => [name, () => <DayOf key={name} moment={moment} />]);
  return t.rich(key, { ...values, ...Object.fromEntries(days) });
}

/** The same as the way to the form it is about. */
export function SentenceLink({ sentence, className }: { sentence: Sentence; className?: string }) {
  return (
    <Link href={sentence.href as Route} className={cn("hover:underline", className)}>
      <SentenceText sentence={sentence} /> <span aria-hidden="true">→</span>
    </Link>
  );
}
