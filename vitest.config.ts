import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
// "server-only" throws outside a server build; its own empty module stands in for it.
const emptyModule = join(dirname(createRequire(import.meta.url).resolve("server-only")), "empty.js");

export default defineConfig({
  resolve: { alias: { "@": root, "server-only": emptyModule } },
  test: {
    include: [
      "app/**/*.test.ts",
      "lib/**/*.test.ts",
      "components/**/*.test.ts",
      "prisma/**/*.test.ts",
      "scripts/**/*.test.ts",
      "bench/**/*.test.ts",
    ],
    globalSetup: ["lib/testing/global-setup.ts"],
    maxWorkers: "100%", // by itself it leaves one core to whoever watches
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
