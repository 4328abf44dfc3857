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

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
