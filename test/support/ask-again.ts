import type { Table } from '../../shared/table/table.ts';

type Engine = Pick<Table, 'client'> & { readonly endpoint: string };
type Asked = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** As many at once as the walk through all cards has shelves. */
const atOnce = 8;

/**
 * Notes what is asked of the local engine while somebody acts, and has it asked once more, the answers thrown away unread: what
 * the same takes where nothing is done with it.
 */
export const askAgain = ({ client, endpoint }: Engine) => {
  const asked: Asked[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      const { headers, body } = args.request as Asked; // The SDK leaves a request's shape to its protocol.
      asked.push({ headers, body });
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  const ask = async ({ headers: { host: _, 'content-length': __, ...headers }, body }: Asked) => {
    const answer = await fetch(endpoint, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`The engine answered ${answer.status}`);
  };
  return async (): Promise<void> => {
    const left = asked.splice(0).toReversed();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let one = left.pop(); one; one = left.pop()) await ask(one);
      }),
    );
  };
};
