/** A follow-up as a calendar shows it. */
export type TakenFollowUp = {
  id: string;
  title: string;
  contactName: string;
  /** Calendar day: when it is due, or until when it was put off. */
  day: string;
  isDone: boolean;
  /** ISO instant. */
  updatedAt: string;
};
