import type { NextConfig } from "next";

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  images: { unoptimized: true }, // the image optimiser stays off: it would fetch on others' behalf
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
