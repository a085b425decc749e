import { expect, test, vi } from 'vitest';
import { deliverMessage } from '../../../shared/messages/deliver-message.ts';
import type { Sent } from '../../../shared/messages/message.port.ts';
import type { Message } from '../../../shared/messages/message.ts';
import { aMessage, fakeMessages, noon } from '../../support/messages-fakes.ts';

const accepted: Sent = { outcome: 'accepted', providerId: 'ses-1' };
const given = (message: Message, sent: Sent = accepted, now = noon) => {
  const messages = fakeMessages(message);
  const mail = vi.fn(async () => sent);
  const compose = () => ({ subject: 'Received', text: 'Thank you.' });
  return { messages, mail, deliver: deliverMessage({ messages, compose, mail, clock: () => now }) };
};

test('a queued message is sent once, and its second delivery does nothing', async () => {
  const { messages, mail, deliver } = given(aMessage({ linkToken: 'secret' }));
  expect(await deliver('message-1')).toBe('sent');
  expect(await deliver('message-1')).toBe('nothing-to-do');
  expect(mail).toHaveBeenCalledTimes(1);
  expect(await messages.find('message-1')).toMatchObject({ status: 'sent', providerId: 'ses-1' });
  expect(await messages.find('message-1')).not.toHaveProperty('linkToken');
});

test('of two deliveries in the same moment one sends', async () => {
  const { mail, deliver } = given(aMessage());
  const both = await Promise.all([deliver('message-1'), deliver('message-1')]);
  expect(both.toSorted()).toEqual(['again', 'sent']);
  expect(mail).toHaveBeenCalledTimes(1);
});

test.each([
  ['refused', 'refused', 'bounced'],
  ['unknown', 'unsure', 'unsure'],
  ['later', 'again', 'queued'],
] as const)('when the provider says %s, the delivery is %s and the message %s', async (outcome, delivery, status) => {
  const { messages, deliver } = given(aMessage(), { outcome });
  expect(await deliver('message-1')).toBe(delivery);
  expect(await messages.find('message-1')).toMatchObject({ status });
});

test('one left in sending waits for five minutes, then is unsure and never sent', async () => {
  const left = aMessage({ status: 'sending', sendingAt: noon.toISOString() });
  const soon = given(left, accepted, new Date(noon.getTime() + 299_999));
  expect(await soon.deliver('message-1')).toBe('again');
  const late = given(left, accepted, new Date(noon.getTime() + 300_000));
  expect(await late.deliver('message-1')).toBe('unsure');
  expect(soon.mail).not.toHaveBeenCalled();
  expect(late.mail).not.toHaveBeenCalled();
});

test.each([
  'held',
  'sent',
  'bounced',
  'unsure',
  'withdrawn',
] as const)('a %s message is left alone', async (status) => {
  const { mail, deliver } = given(aMessage({ status }));
  expect(await deliver('message-1')).toBe('nothing-to-do');
  expect(mail).not.toHaveBeenCalled();
});
