import { z } from "zod";
import { id } from "@/lib/schema";

export const connectionStatuses = ["NONE", "INVITED", "RECEIVED", "CONNECTED", "REMOVED"] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

export const oneConnection = z.strictObject({ contactId: id });
