import type { PointKind } from "@/lib/contacts/contact-point";

/** One contact as the CSV and the address cards tell it. */
export type TakenContact = {
  id: string;
  fullName: string;
  headline: string | null;
  company: string | null;
  position: string | null;
  location: string | null;
  howWeMet: string | null;
  expertise: string | null;
  geographicBarrier: string | null;
  doNotConnect: boolean;
  connectionStatus: "NONE" | "INVITED" | "RECEIVED" | "CONNECTED" | "REMOVED";
  /** Calendar day. */
  connectedOn: string | null;
  notes: string | null;
  points: { kind: PointKind; label: string | null; value: string }[];
  /** Of their LinkedIn addresses, the one seen last first. */
  slugs: string[];
  tags: string[];
  /** ISO instants. */
  createdAt: string;
  updatedAt: string;
};
