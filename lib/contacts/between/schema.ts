import type { SupportDirection } from "@/lib/support/words";

export type RecommendationSide = SupportDirection;

/** `dueOn` is a day, `publishedAt` an ISO time. */
export type RecommendationEntry = {
  id: string;
  direction: RecommendationSide;
  status: "IDEA" | "REQUESTED" | "DRAFTING" | "SENT" | "PUBLISHED" | "DECLINED";
  work: string | null;
  dueOn: string | null;
  publishedAt: string | null;
};

/** `at`: when it was answered, else sent; an ISO time. */
export type LastInvitation = {
  status: "SENT" | "RECEIVED" | "ASKED" | "ACCEPTED" | "DECLINED" | "IGNORED" | "WITHDRAWN";
  at: string;
};
