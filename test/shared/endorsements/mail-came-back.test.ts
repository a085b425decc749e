import { expect, test } from 'vitest';
import { requestConfirmation } from '../../../shared/applications/request-confirmation.ts';
import { mailCameBack } from '../../../shared/endorsements/mail-came-back.ts';
import type { Message } from '../../../shared/messages/message.ts';
import { atNoon, callAt, noon } from '../../support/accounts-fakes.ts';
import { editor, fakeApplication } from '../../support/applications-fakes.ts';
import { fakeMessages } from '../../support/messages-fakes.ts';

const input = { applicationId: 'app-1' };
const sent = (message: Message): Message => ({ ...message, status: 'sent', version: 3 });

const asked = async () => {
  const world = fakeApplication();
  await requestConfirmation(world)(editor, input, atNoon);
  const [mail] = world.mails;
  if (!mail) throw new Error('Nothing was mailed');
  const messages = fakeMessages(sent(mail.message));
  return {
    world,
    messages,
    id: mail.message.id,
    cameBack: mailCameBack({ ...world, messages, clock: () => noon }),
  };
};

test('a letter that came back marks its message and its request, once, and the applicant is told by an event', async () => {
  const { world, messages, id, cameBack } = await asked();
  for (let time = 0; time < 3; time += 1) await cameBack(id);
  expect((await messages.find(id))?.status).toBe('bounced');
  expect(world.confirmation()).toMatchObject({ version: 2, asked: { bouncedAt: noon.toISOString() } });
  expect(world.events.map(({ type }) => type)).toEqual(['counterpart-asked', 'counterpart-mail-bounced']);
});

test('after a letter that came back the office is asked anew without the pause, and the new request bears no mark', async () => {
  const { world, id, cameBack } = await asked();
  await cameBack(id);
  expect(await requestConfirmation(world)(editor, input, callAt(noon, 'again'))).toMatchObject({ ok: true });
  expect(world.confirmation()?.asked.bouncedAt).toBeUndefined();
  // The first letter's news comes once more, and is nothing to the second.
  await cameBack(id);
  expect(world.confirmation()?.asked.bouncedAt).toBeUndefined();
});

test('a letter nobody here knows, or one about something else, changes nothing', async () => {
  const { world, cameBack } = await asked();
  await cameBack('');
  await cameBack('unknown');
  expect(world.confirmation()?.version).toBe(1);
});
