import { createServer } from 'node:net';
import { freePort } from './free-port.ts';
import type { Notes } from './platform-store.ts';
import { StartError } from './start-error.ts';

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A free port, the one this engine had last time if it can be: addresses handed out then still work. */
export const steadyPort = async (notes: Notes, engine: string): Promise<number> => {
  const last = Number(notes.read(`port:${engine}`) ?? 0);
  const port = last && (await isFree(last)) ? last : await freePort();
  notes.write(`port:${engine}`, String(port));
  return port;
};

/** The port a person asked for; 0 asks for any free one. */
export const publicPort = async (given: string | undefined): Promise<number> => {
  const port = Number(given ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`PORT is "${given}", which is no port number.`);
  if (port === 0) return freePort();
  if (await isFree(port)) return port;
  throw new StartError(`Port ${port} is taken: stop what listens there, or set PORT to another one.`);
};
