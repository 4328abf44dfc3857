// The part of the package that tests use; it comes without types.
declare module "smtp-server" {
  import type { Server } from "node:net";
  import type { Readable } from "node:stream";

  type Done = (error?: Error | null, answer?: unknown) => void;
  export type Options = {
    secure?: boolean;
    authOptional?: boolean;
    allowInsecureAuth?: boolean;
    disabledCommands?: string[];
    onAuth?: (auth: { username: string; password: string }, session: unknown, done: Done) => void;
    onRcptTo?: (address: { address: string }, session: unknown, done: Done) => void;
    onData?: (stream: Readable, session: { envelope: { rcptTo: { address: string }[] } }, done: Done) => void;
  };
  export class SMTPServer {
    constructor(options: Options);
    readonly server: Server;
    on(event: "error", listener: (error: Error) => void): void;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
  }
}
