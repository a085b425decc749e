import { randomUUID } from 'node:crypto';
import type { Email } from 'aws-ses-v2-local/dist/store';
import type { QueueStore } from '../engines/queues/queue-store.ts';
import { ruleShape } from '../sources/schedule-source.ts';
import { account, region } from '../template/resource-types.ts';
import type { Resources } from '../template/resources.ts';
import { queueName } from './queues.ts';

/** SES's own simulator has such an address; here every one that begins so comes back. */
const comesBack = /^bounce[+@]/i;

const bounced = ({ messageId, destination, headers = [], from }: Email) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Email Bounced',
  source: 'aws.ses',
  account,
  region,
  time: new Date().toISOString(),
  detail: {
    eventType: 'Bounce',
    bounce: { bounceType: 'Permanent', bounceSubType: 'General' },
    mail: { messageId, source: from, destination: destination.to, headers },
  },
});

/** Passes on what SES would say of letters that come back, to the queues of the template's rules that ask for it. */
export const mailEvents = (resources: Resources, queues: QueueStore) => {
  const listening = resources
    .ofType('AWS::Events::Rule', ruleShape)
    .filter(({ properties }) => properties.EventPattern?.source.includes('aws.ses'))
    .flatMap(({ properties }) => properties.Targets.map(({ Arn }) => queues.find(queueName(Arn))))
    .filter((queue) => queue !== undefined);
  return (letter: Email): void => {
    if (!letter.destination.to.some((address) => comesBack.test(address))) return;
    for (const queue of listening) queues.send(queue, JSON.stringify(bounced(letter)));
  };
};
