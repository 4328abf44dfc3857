import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true }, // the image optimiser stays off: it would fetch on others' behalf
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Parsed at build time: the browser gets no parser for message formats.
  experimental: {
    messages: { path: "./lib/i18n/messages", format: "json", locales: "infer", precompile: true },
  },
});

export default withMessages(config);
