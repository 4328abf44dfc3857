import "server-only";
import { cache } from "react";
import { askAsOwner, type OwnerId } from "@/lib/db";
import { getCounts } from "./data";

/** Asked once for a request, by the rail and by Today. */
export const askCounts = cache((owner: OwnerId) => askAsOwner(owner, getCounts, { keepsPlans: true }));
