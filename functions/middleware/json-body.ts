import type { ApiMiddleware } from './event.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const refuse = (statusCode: number, message: string) => {
  throw Object.assign(new Error(message), { statusCode, expose: true });
};
const isJson = (type: string | undefined) => /^application\/([a-z.]+\+)?json\s*(;|$)/i.test(type ?? '');

/** The parsed body, for the methods that have one. 415 for another type, 413 over 256 KB, 400 for what is no JSON or no UTF-8. */
export const jsonBody: ApiMiddleware = {
  before: ({ event }) => {
    if (!event.body) return;
    if (!isJson(event.headers['content-type'])) refuse(415, 'The body must be application/json');
    const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
    if (bytes.length > 262_144) refuse(413, 'The body is larger than 256 KB');
    try {
      event.json = JSON.parse(utf8.decode(bytes));
    } catch {
      refuse(400, 'The body is not valid JSON in UTF-8');
    }
  },
};
