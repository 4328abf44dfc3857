// What is counted, in Prometheus' names and units: seconds, totals. Only routes, states and job names are labels: no
// owner, no id.
import { Counter, collectDefaultMetrics, Histogram, register } from "prom-client";

// One a process: prom-client itself is loaded once, this file by every part of the build that uses it.
function made<Metric>(name: string, make: () => Metric): Metric {
  return (register.getSingleMetric(name) as Metric | undefined) ?? make();
}

const requests = made(
  "http_request_duration_seconds",
  () =>
    new Histogram({
      name: "http_request_duration_seconds",
      help: "From a request's first line to the end of its answer.",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    }),
);

const jobs = made(
  "vouch_job_duration_seconds",
  () =>
    new Histogram({
      name: "vouch_job_duration_seconds",
      help: "Background jobs, by name and outcome: done, or failed (and tried again).",
      labelNames: ["job", "outcome"],
      buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 300, 1200],
    }),
);

const errors = made(
  "vouch_errors_total",
  () => new Counter({ name: "vouch_errors_total", help: "Errors logged, by event.", labelNames: ["event"] }),
);

const known = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

export function countRequest(method: string, route: string, status: number, seconds: number): void {
  requests.observe({ method: known.has(method) ? method : "other", route, status }, seconds);
}

export const countError = (event: string): void => errors.inc({ event });

/** Runs a job, and counts how long it took and how it ended. */
export async function countedJob<T>(job: string, run: () => Promise<T>): Promise<T> {
  const end = jobs.startTimer({ job });
  try {
    const result = await run();
    end({ outcome: "done" });
    return result;
  } catch (error) {
    end({ outcome: "failed" });
    throw error;
  }
}

/** With the process's own figures (memory, processor, event loop). Called once, at start. */
export const collectProcessFigures = (): void => collectDefaultMetrics();

export async function exposition(): Promise<{ type: string; text: string }> {
  return { type: register.contentType, text: await register.metrics() };
}
