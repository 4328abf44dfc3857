import type { Piece } from "@/lib/search/schema";

/** A part of a text with what was looked for standing out. */
export function ExcerptText({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isHit }, place) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
      <mark key={place} className="bg-transparent font-bold text-ink underline decoration-edge underline-offset-2">
        {text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
      <span key={place} className="font-normal">
        {text}
      </span>
    ),
  );
}
