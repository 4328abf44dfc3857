// How the network grew, as pages get it; safe in the browser.

/** How many were connected on a day (YYYY-MM-DD), and how many of them vouched for. */
export type NetworkPoint = { day: string; connected: number; vouched: number };

/**
 * `recorded` was counted on those days. `proven`, before the first of them, is what dates still prove: at least so many.
 * Both in order of time. `undated` connections are in no point of `proven`.
 */
export type NetworkHistory = { proven: NetworkPoint[]; recorded: NetworkPoint[]; undated: number };
