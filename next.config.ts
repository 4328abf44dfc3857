import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  agentRules: false,
  generateBuildId: () => process.env.VOUCH_BUILD ?? null, // servers that each build the same sources are the same to a browser
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

/** The service worker lives under a policy of its own: its two files, and asking Vouch. */
const workerHeaders = [
  { key: "content-security-policy", value: "default-src 'none'; script-src 'self'; connect-src 'self'" },
  { key: "x-content-type-options", value: "nosniff" },
];

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Parsed at build time: the browser gets no parser for message formats.
  experimental: {
    messages: { path: "./lib/i18n/messages", format: "json", locales: "infer", precompile: true },
  },
});

export default withMessages(config);
