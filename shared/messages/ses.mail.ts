import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mailer } from './message.port.ts';
import { messageHeader } from './route-change.ts';

const refusals = new Set(['MessageRejected', 'BadRequestException', 'NotFoundException']);
const waits = new Set(['TooManyRequestsException', 'LimitExceededException', 'SendingPausedException']);

/** Sends by SES v2, once: the client must be made with `maxAttempts: 1`, or a lost answer becomes two mails. */
export const sesMailer =
  (client: SESv2Client, from: string): Mailer =>
  async ({ id, to }, { subject, text }) => {
    const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to.address] },
          Content: {
            Simple: {
              Subject: utf8(subject),
              Body: { Text: utf8(text) },
              Headers: [{ Name: messageHeader, Value: id }],
            },
          },
        }),
      );
      return { outcome: 'accepted', providerId: MessageId ?? '' };
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (refusals.has(name)) return { outcome: 'refused' };
      return { outcome: waits.has(name) ? 'later' : 'unknown' };
    }
  };
