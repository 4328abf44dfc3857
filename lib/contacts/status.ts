export const connectionStatuses = ["NONE", "INVITED", "RECEIVED", "CONNECTED", "REMOVED"] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];
