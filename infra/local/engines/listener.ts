import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../start-error.ts';

export type Listener = { readonly port: number; readonly close: () => Promise<void> };

/** Ends a server with what it still has open. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Listens on 127.0.0.1, and nowhere else. */
export const listen = (server: Server, port: number): Promise<Listener> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${port} is taken: stop what listens there, or set PORT to another one.`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      // A TCP server's address is never a string or null once it listens.
      resolve({ port: (server.address() as AddressInfo).port, close: () => closeServer(server) });
    });
  });

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void> | void;

export const readBody = async (request: IncomingMessage): Promise<Buffer> =>
  Buffer.concat(await request.toArray());

/** A server that reads each request whole before it is answered. */
export const startListener = (port: number, answer: Answer): Promise<Listener> =>
  listen(
    createServer(async (request, response) => {
      try {
        await answer(request, response, await readBody(request));
      } catch (error) {
        if (!response.headersSent) response.writeHead(500);
        response.end(String(error));
      }
    }),
    port,
  );
