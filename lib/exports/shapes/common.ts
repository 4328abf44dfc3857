// What a row of each table may hold stands in these files: its columns but the owner, by their names in the database. A
// column that came later has a default, for files from before it.
import { z } from "zod";
import { moment } from "../values";

export const written = { created_at: moment };
export const edited = { created_at: moment, updated_at: moment };
export const connectionStatus = z.enum(["NONE", "INVITED", "RECEIVED", "CONNECTED", "REMOVED"]);
