import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { sesMailer } from '../../../shared/messages/ses.mail.ts';

const client = new SESv2Client({ region: 'us-east-1' });
const aws = mockClient(client);
const mail = sesMailer(client, 'office@program.example');
beforeEach(() => aws.reset());

const id = 'message-1';
const to = { address: 'clerk@city.example', name: '国際交流課' };
const letter = { subject: '受理のお知らせ', text: '受理いたしました。' };

test('sends plain text in UTF-8 to one address', async () => {
  aws.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });
  expect(await mail({ id, to }, letter)).toEqual({ outcome: 'accepted', providerId: 'ses-1' });
  expect(aws.commandCalls(SendEmailCommand)[0]?.args[0].input).toEqual({
    FromEmailAddress: 'office@program.example',
    Destination: { ToAddresses: ['clerk@city.example'] },
    Content: {
      Simple: {
        Subject: { Data: '受理のお知らせ', Charset: 'UTF-8' },
        Body: { Text: { Data: '受理いたしました。', Charset: 'UTF-8' } },
        Headers: [{ Name: 'X-Shimai-Message', Value: 'message-1' }],
      },
    },
  });
});

test.each([
  ['MessageRejected', 'refused'],
  ['TooManyRequestsException', 'later'],
  ['TimeoutError', 'unknown'],
  ['InternalServiceErrorException', 'unknown'],
])('%s means %s', async (name, outcome) => {
  aws.on(SendEmailCommand).rejects(Object.assign(new Error(name), { name }));
  expect(await mail({ id, to }, letter)).toEqual({ outcome });
});
