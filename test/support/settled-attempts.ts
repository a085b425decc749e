import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { receiptsIn } from '../e2e/crash/submission-left.ts';
import type { Attempt, LastSeconds } from './last-seconds.ts';

export type Judged = {
  readonly receipts: number;
  readonly refusals: number;
  /** Everything that was promised and does not hold, in words; empty where all is well. */
  readonly broken: readonly string[];
};

const linesOf = async ({ site: { table } }: LastSeconds, applicationId: string) => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `application#${applicationId}` },
      ConsistentRead: true,
    }),
  );
  return Items;
};

const sent = async (run: LastSeconds, { applicationId, last: { json } }: Attempt): Promise<string[]> => {
  const items = await linesOf(run, applicationId);
  const count = (test: (sk: string, item: Record<string, unknown>) => boolean) =>
    items.filter((item) => test(String(item.sk), item)).length;
  const { Item } = await run.site.table.client.send(
    new GetCommand({
      TableName: run.site.table.table,
      Key: { pk: `application#${applicationId}`, sk: `submission#${json.no}` },
      ConsistentRead: true,
    }),
  );
  const digest = createHash('sha256').update(String(Item?.snapshot)).digest('hex');
  return [
    [new Date(json.at) <= run.lastInstant, `a receipt of ${json.at}, after the last instant`],
    [count((sk) => /^submission#/.test(sk)) === 1, 'not exactly one submission'],
    [count((_sk, { type }) => type === 'application-submitted') === 1, 'not exactly one event'],
    [count((sk, { status }) => sk === 'application' && status === 'submitted') === 1, 'head not submitted'],
    [Item?.at === json.at && Item?.sha256 === json.sha256, 'a receipt that is not the one kept'],
    [digest === json.sha256, 'a receipt that does not verify'],
  ].flatMap(([holds, words]) => (holds ? [] : [`${applicationId}: ${words}`]));
};

const refused = async (
  run: LastSeconds,
  { applicationId, firstTry, tries, last: { json } }: Attempt,
): Promise<string[]> => {
  const items = await linesOf(run, applicationId);
  return [
    [new Date(json.receivedAt) > run.lastInstant, `refused although received at ${json.receivedAt}`],
    [json.lastInstant === run.lastInstant.toISOString(), 'a refusal without the last instant'],
    // A quarter of a second for the way to the gateway, and what the machine itself took.
    [
      firstTry > -250 - run.heldUp,
      `lost: sent ${-firstTry} ms before the last instant, refused at try ${tries}`,
    ],
    [!items.some(({ sk }) => String(sk).startsWith('submission')), 'refused, and a submission is kept'],
    [items.some(({ sk, status }) => sk === 'application' && status === 'draft'), 'the draft is gone'],
    [items.some(({ sk }) => sk === 'application#section#project'), 'the text is gone'],
  ].flatMap(([holds, words]) => (holds ? [] : [`${applicationId}: ${words}`]));
};

/** Whom receipts are written to, once they are as many as wanted: what a fault stopped is tried again minutes later. */
const lettersOf = async ({ site: { table } }: LastSeconds, wanted: readonly string[]) => {
  const look = async () => (await receiptsIn(table)).map(({ about }) => about).sort();
  let mails = await look();
  for (let waits = 0; mails.length < wanted.length && waits < 240; waits += 1) {
    await sleep(2000);
    mails = await look();
  }
  return mails;
};

/** Whether every applicant has a receipt or a refusal with its instants; none twice, none lost, none late. */
export const judge = async (run: LastSeconds): Promise<Judged> => {
  const received = run.attempts.filter(({ last }) => last.status === 201);
  const turnedAway = run.attempts.filter(
    ({ last }) => last.status === 409 && last.json?.type === '/problems/round-closed',
  );
  const neither = run.attempts.filter((one) => !received.includes(one) && !turnedAway.includes(one));
  const parts = await Promise.all([
    ...received.map((one) => sent(run, one)),
    ...turnedAway.map((one) => refused(run, one)),
  ]);
  const wanted = received.map(({ applicationId }) => `application#${applicationId}`).sort();
  const mails = await lettersOf(run, wanted);
  return {
    receipts: received.length,
    refusals: turnedAway.length,
    broken: [
      ...parts.flat(),
      ...neither.map(
        ({ applicationId, last }) => `${applicationId}: ${last.status} ${last.text.slice(0, 200)}`,
      ),
      ...(mails.join() === wanted.join() ? [] : [`${mails.length} letters for ${wanted.length} receipts`]),
    ],
  };
};
