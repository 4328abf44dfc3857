import { once } from "node:events";
import { createServer } from "node:net";
import { Obstacle } from "../say";

/** Throws an Obstacle if nobody could listen on `host:port` at this moment. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port, exclusive: true });
    await once(probe, "listening");
  } catch (error) {
    throw explain(host, port, error as NodeJS.ErrnoException);
  } finally {
    probe.close();
  }
}

function explain(host: string, port: number, { code, message }: NodeJS.ErrnoException): Obstacle {
  if (code === "EADDRINUSE") {
    return new Obstacle(
      `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port: PORT=${port === 65535 ? port - 1 : port + 1}.`,
    );
  }
  if (code === "EACCES")
    return new Obstacle(`This user may not listen on port ${port}. Choose one above 1023: PORT=3000.`);
  return new Obstacle(
    `Vouch can't listen on HOST=${host} (${code ?? message}). HOST is an address or name of this machine.`,
  );
}
