import { at, type Subject } from "./subjects";
import type { SampleMeeting, SampleStory } from "./types";

const meeting = (
  daysAgo: number,
  kind: "IN_PERSON" | "VIDEO" | "CALL",
  depth: SampleMeeting["depth"],
  notes: string,
): SampleMeeting => ({ daysAgo, kind, direction: "JOINT", depth, notes });

const message = (daysAgo: number, direction: "INBOUND" | "OUTBOUND", notes: string): SampleMeeting => ({
  daysAgo,
  kind: "MESSAGE",
  direction,
  depth: "NORMAL",
  notes,
});

/** First met long ago, then the rhythm of the story; the last meeting decides what is warm. */
export function meetings(story: SampleStory, index: number, subject: Subject): SampleMeeting[] {
  if (story === "connected, thin") return [];
  if (story === "wrote first")
    return [message(5 + (index % 9), "INBOUND", "Would like to hear how we handled the last project.")];
  if (story === "new") {
    return index % 3 === 0
      ? [meeting(20 + index, "CALL", "QUICK", "Short call about a role; promised to send the brief.")]
      : [
          meeting(12 + index, "IN_PERSON", "NORMAL", `Talked at ${subject.event}; wants to see our notes.`),
          message(10 + index, "OUTBOUND", "Sent the notes."),
        ];
  }
  const last =
    story === "needs a meeting"
      ? 650 + index
      : story === "connected"
        ? 10 + ((index * 29) % 420)
        : 6 + ((index * 13) % 60);
  const first = Math.min(last + 120 + ((index * 31) % 380), 728);
  const between = Array.from({ length: 2 + (index % 4) }, (_, n) =>
    Math.round(last + ((first - last) * (n + 1)) / (3 + (index % 4))),
  );
  return [
    meeting(first, "IN_PERSON", "NORMAL", `First talk at ${subject.event}.`),
    ...between.flatMap((daysAgo, n) => [
      meeting(
        daysAgo,
        at(["CALL", "VIDEO", "IN_PERSON"] as const, index + n),
        at(["NORMAL", "QUICK", "DEEP"] as const, index + n),
        at(
          [
            `Went through open questions on ${subject.field}.`,
            "Caught up; new role since spring.",
            `Long talk: ${subject.goal}.`,
          ],
          index + n,
        ),
      ),
      message(daysAgo - 1, "OUTBOUND", "Sent what I promised."),
      message(daysAgo - 2, "INBOUND", "Thanks, and a question back."),
    ]),
    meeting(
      last,
      "IN_PERSON",
      index % 2 === 0 ? "DEEP" : "NORMAL",
      `Two hours on ${subject.field}. Agreed on the next step.`,
    ),
  ];
}
