import { Link } from "@/components/ui/link";
import type { NotePart } from "@/lib/mentions/text";

/** Notes with everybody they name as a link, by the name they have today. */
export function Notes({ parts }: { parts: NotePart[] }) {
  return parts.map((part, place) => {
    if (typeof part === "string") return part;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
    if (part.id === null) return <span key={place}>@{part.name}</span>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Link key={place} href={`/contacts/${part.id}`} className="font-medium text-accent hover:underline">
        @{part.name}
      </Link>
    );
  });
}
