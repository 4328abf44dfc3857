import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { PasskeyAssertion, PasskeyAttestation } from "@/lib/account/passkeys/schema";

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

const present = 0x01;
const verified = 0x04;
const withKey = 0x40;

type Said = { origin?: string; address?: string; userVerified?: boolean };

/** A device that holds one passkey and does what it is told, lies included. It counts its uses unless `counts` is false. */
export function softPasskey({ counts = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const home = { origin: "http://127.0.0.1:3000", address: "127.0.0.1", userVerified: true };
  const credential = { id: base64url(id), rawId: base64url(id), type: "public-key" } as const;
  let uses = 0;

  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const authenticatorData = (flags: number, address: string, key = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags);
    head.writeUInt32BE(counts ? uses : 0, 1);
    return Buffer.concat([sha256(address), head, key]);
  };

  return {
    /** The counter its next use goes on from. */
    set uses(count: number) {
      uses = count;
    },

    make(challenge: string, said: Said = {}): PasskeyAttestation {
      const { origin, address, userVerified } = { ...home, ...said };
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, bytes(x)],
          [-3, bytes(y)],
        ]),
      );
      const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const flags = present | withKey | (userVerified ? verified : 0);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authenticatorData(flags, address, key))],
      ]);
      return {
        ...credential,
        response: {
          clientDataJSON: base64url(clientData("webauthn.create", challenge, origin)),
          attestationObject: base64url(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
          transports: ["internal"],
        },
      };
    },

    use(challenge: string, owner: string, said: Said = {}): PasskeyAssertion {
      const { origin, address, userVerified } = { ...home, ...said };
      uses += 1;
      const client = clientData("webauthn.get", challenge, origin);
      const data = authenticatorData(present | (userVerified ? verified : 0), address);
      return {
        ...credential,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign("sha256", Buffer.concat([data, sha256(client)]), privateKey)),
          userHandle: base64url(Buffer.from(owner)),
        },
      };
    },
  };
}
