// In plain JavaScript: for TypeScript, Next would load its compiler at every start.
import { PHASE_PRODUCTION_SERVER } from "next/constants.js";

/** The service worker lives under a policy of its own: its two files, and asking Vouch. */
const workerHeaders = [
  { key: "content-security-policy", value: "default-src 'none'; script-src 'self'; connect-src 'self'" },
  { key: "x-content-type-options", value: "nosniff" },
];

/** @type {import("next").NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true }, // the image optimiser stays off: it would fetch on others' behalf
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "prom-client"],
  typescript: { ignoreBuildErrors: true }, // npm run check looks at types; who builds to serve needn't wait for it
  experimental: {
    serverActions: { bodySizeLimit: "1mb" },
    preloadEntriesOnStart: false, // the first page needn't wait for the code of all the others
  },
  headers: async () => [{ source: "/:file(sw.js|outbox.js)", headers: workerHeaders }],
};

/** What the catalogues' plugin adds is for building: a server that only serves doesn't load it. */
export default async function configOf(/** @type {string} */ phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  return createNextIntlPlugin({
    requestConfig: "./lib/i18n/request.ts",
    // Parsed at build time: the browser gets no parser for message formats.
    experimental: {
      messages: { path: "./lib/i18n/messages", format: "json", locales: "infer", precompile: true },
    },
  })(config);
}
