"use client";

import type { MessageGroup } from "@/lib/contacts/timeline/group";
import type { TimelineEntry } from "@/lib/contacts/timeline/schema";
import { TimelineLine } from "./timeline-line";

/** A client component, as the lines are many: docs/decisions/032-what-a-page-is-made-of.md. */
export function TimelineLines({ contactId, lines }: { contactId: string; lines: (TimelineEntry | MessageGroup)[] }) {
  return lines.map((line) => <TimelineLine key={line.id} contactId={contactId} line={line} />);
}
