import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Listener, listen } from '../engines/listener.ts';
import { type Answer, gatewayAnswer } from './answer.ts';
import { type AddedHeader, behaviourOf, type Distribution } from './distribution.ts';
import type { HttpApi } from './http-api.ts';
import { type StaticFiles, staticFile } from './static-files.ts';

/** What stands behind the distribution, by the domain its origins name. */
type Origins = {
  readonly apis: ReadonlyMap<string, HttpApi>;
  readonly buckets: ReadonlyMap<string, readonly StaticFiles[]>;
};

/** API Gateway's limit on a request's body, in bytes. */
const requestLimit = 10 * 1024 * 1024;

// A client that is still sending does not read the refusal, so what is too much is read on and dropped, up to here.
const patience = 10 * requestLimit;

const readLimited = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= requestLimit) chunks.push(chunk);
    else chunks.length = 0;
    if (size > patience) break;
  }
  return size > requestLimit ? undefined : Buffer.concat(chunks);
};

const compressible = /^(text\/|application\/(json|javascript)|image\/svg)/;
const compressed = (answer: Answer, accepted: string): Answer =>
  answer.body.length < 1000 ||
  !/\bgzip\b/.test(accepted) ||
  !compressible.test(String(answer.headers['content-type']))
    ? answer
    : {
        ...answer,
        body: gzipSync(answer.body),
        headers: { ...answer.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
      };

const withPolicy = (answer: Answer, added: readonly AddedHeader[]): Answer => {
  const kept = added.filter(({ name, override }) => override || !(name in answer.headers));
  return {
    ...answer,
    headers: { ...answer.headers, ...Object.fromEntries(kept.map(({ name, value }) => [name, value])) },
  };
};

type Given = {
  readonly port: number;
  readonly distribution: Distribution;
  readonly policies: ReadonlyMap<string, readonly AddedHeader[]>;
  readonly origins: Origins;
};

/** The public address: CloudFront's behaviours in front of the HTTP API and the static files. */
export const startFrontDoor = ({ port, distribution, policies, origins }: Given): Promise<Listener> => {
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const { method = 'GET', url = '/', rawHeaders, socket, headers } = request;
    const receivedAt = new Date();
    const path = url.split('?')[0] ?? '/';
    const { behaviour, origin } = behaviourOf(distribution, path);
    const policy = policies.get(behaviour.ResponseHeadersPolicyId ?? '') ?? [];
    if (!behaviour.AllowedMethods.includes(method))
      return withPolicy(gatewayAnswer(403, 'Forbidden'), policy);
    const files = origins.buckets.get(origin.DomainName);
    if (files) {
      const key = `${origin.OriginPath}${path}`.replace(/^\/+/, '');
      const file = await staticFile(files, decodeURIComponent(key));
      return withPolicy(
        behaviour.Compress ? compressed(file, String(headers['accept-encoding'] ?? '')) : file,
        policy,
      );
    }
    const api = origins.apis.get(origin.DomainName);
    if (!api) return gatewayAnswer(502, 'Bad Gateway');
    const body = await readLimited(request);
    if (!body)
      return withPolicy(gatewayAnswer(413, 'Request Entity Too Large', { connection: 'close' }), policy);
    // Without a policy that forwards them, CloudFront keeps cookies, query and most headers to itself.
    const forwards = behaviour.OriginRequestPolicyId !== undefined;
    const added = Object.fromEntries(
      origin.OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [
        HeaderName.toLowerCase(),
        HeaderValue,
      ]),
    );
    const sent = forwards ? { url, rawHeaders } : { url: path, rawHeaders: [] };
    const call = { method, ...sent, body, sourceIp: socket.remoteAddress ?? '', receivedAt };
    return withPolicy(await api(call, added), policy);
  };

  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    let answer: Answer;
    try {
      answer = await answerTo(request);
    } catch {
      answer = gatewayAnswer(502, 'Bad Gateway');
    }
    for (const [name, value] of Object.entries(answer.headers))
      response.setHeader(name, typeof value === 'string' ? value : [...value]);
    response.setHeader('content-length', answer.body.length);
    response.writeHead(answer.status).end(request.method === 'HEAD' ? undefined : answer.body);
  };
  return listen(
    createServer((request, response) => void respond(request, response)),
    port,
  );
};
