import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { Email } from 'aws-ses-v2-local/dist/store';
import { closeServer, type Listener } from './listener.ts';

// The engine is CommonJS and keeps its mails in a module of its own.
const require = createRequire(import.meta.url);

/**
 * SES on this machine: takes letters, shows them at its address, sends none. Each accepted letter is a line of `file`,
 * and shown again after a restart. `accepted` hears of each new one.
 */
export const startMail = async (
  file: string,
  port: number,
  accepted: (letter: Email) => void = () => undefined,
): Promise<Listener> => {
  const { default: serve }: { default: (config: { host: string; port: number }) => Promise<Server> } =
    require('aws-ses-v2-local');
  const { getStoreReadonly, saveEmail }: typeof import('aws-ses-v2-local/dist/store') =
    require('aws-ses-v2-local/dist/store');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (const line of kept) {
    const email = parse(line);
    if (email) saveEmail(email);
  }
  // Kept before SES's answer leaves: what a function was told is sent must be there after a kill.
  const keepNew = () => {
    const { emails } = getStoreReadonly();
    emails.push = (...letters) => {
      appendFileSync(file, letters.map((letter) => `${JSON.stringify(letter)}\n`).join(''));
      for (const letter of letters) accepted(letter);
      return Array.prototype.push.apply(emails, letters);
    };
  };
  keepNew();
  const server = await serve({ host: '127.0.0.1', port });
  server.on('request', (request, response) => {
    if (request.url !== '/clear-store') return;
    response.once('finish', () => {
      rmSync(file, { force: true });
      keepNew();
    });
  });
  return { port, close: () => closeServer(server) };
};

/** A line cut short by a kill is no letter. */
const parse = (line: string): Email | undefined => {
  try {
    return line ? JSON.parse(line) : undefined;
  } catch {
    return undefined;
  }
};
