import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

// Runs in a thread of its own: one function's bundle, one invocation at a time, as Lambda does it.

export type Job = { readonly id: string; readonly event: unknown; readonly deadline: number };
/** Sent once, when the bundle is loaded and its container built. */
export type Loaded = { readonly loaded: true };
export type Done =
  | { readonly id: string; readonly answer: string | undefined }
  | {
      readonly id: string;
      readonly error: { readonly name: string; readonly message: string; readonly stack: string | undefined };
    };

type Handler = (event: unknown, context: object) => unknown;

const { bundle, handlerName, functionName, memoryMb } = workerData as {
  bundle: string;
  handlerName: string;
  functionName: string;
  memoryMb: number;
}; // Made by function-runner.ts, which is the only one that starts this file.

const load = async (): Promise<Handler> => {
  const loaded: Record<string, unknown> = await import(pathToFileURL(bundle).href);
  const handler = loaded[handlerName];
  if (typeof handler !== 'function') throw new Error(`${bundle} exports no function named ${handlerName}`);
  return handler as Handler; // Lambda calls whatever stands under that name, too.
};

const contextOf = ({ id, deadline }: Job) => ({
  awsRequestId: id,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`,
  memoryLimitInMB: String(memoryMb),
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

const handler = load();
handler.then(
  () => parentPort?.postMessage({ loaded: true } satisfies Loaded),
  // Told by the first invocation.
  () => parentPort?.postMessage({ loaded: true } satisfies Loaded),
);

parentPort?.on('message', async (job: Job) => {
  const reply = (done: Done) => parentPort?.postMessage(done);
  try {
    const answer = await (await handler)(job.event, contextOf(job));
    reply({ id: job.id, answer: JSON.stringify(answer) });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    reply({ id: job.id, error: { name, message, stack } });
  }
});
