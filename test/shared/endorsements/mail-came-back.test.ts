import { expect, test } from 'vitest';
import { requestConfirmation } from '../../../shared/applications/request-confirmation.ts';
import { requestSignOff } from '../../../shared/applications/request-sign-off.ts';
import { signByLink } from '../../../shared/applications/sign-application.ts';
import { textDigest } from '../../../shared/applications/snapshot.ts';
import { viewApplication } from '../../../shared/applications/view-application.ts';
import { mailCameBack } from '../../../shared/endorsements/mail-came-back.ts';
import type { Message } from '../../../shared/messages/message.ts';
import { atNoon, callAt, noon } from '../../support/accounts-fakes.ts';
import {
  completeText,
  editor,
  fakeApplication,
  holderOf,
  owner,
  sectionsOf,
} from '../../support/applications-fakes.ts';
import { fakeMessages } from '../../support/messages-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const sent = (message: Message): Message => ({ ...message, status: 'sent', version: 3 });

const asked = async (request: typeof requestConfirmation | typeof requestSignOff = requestConfirmation) => {
  const world = fakeApplication();
  await request(world)(editor, input, atNoon);
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

test('the official’s letter that came back marks the request, once, and the applicant reads of it', async () => {
  const { world, messages, id, cameBack } = await asked(requestSignOff);
  for (let time = 0; time < 3; time += 1) await cameBack(id);
  expect((await messages.find(id))?.status).toBe('bounced');
  expect(world.signOff()).toMatchObject({ version: 2, asked: { bouncedAt: noon.toISOString() } });
  expect(world.events.map(({ type }) => type)).toEqual(['sign-off-requested', 'sign-off-mail-bounced']);
  expect(await viewApplication(world)(owner, input, atNoon)).toMatchObject({
    value: {
      signOff: { state: 'requested', asked: { bouncedAt: noon.toISOString() } },
      history: expect.arrayContaining([expect.objectContaining({ type: 'sign-off-mail-bounced' })]),
    },
  });
});

test('after a letter that came back the official is asked anew without the pause, and the new request bears no mark', async () => {
  const { world, id, cameBack } = await asked(requestSignOff);
  expect(await requestSignOff(world)(editor, input, callAt(noon, 'too-soon'))).toMatchObject({
    failure: { kind: 'mail-paused' },
  });
  await cameBack(id);
  expect(await requestSignOff(world)(editor, input, callAt(noon, 'again'))).toMatchObject({ ok: true });
  await cameBack(id);
  expect(world.signOff()).toMatchObject({ version: 3 });
  expect(world.signOff()?.asked?.bouncedAt).toBeUndefined();
});

test('news of a letter that comes after the signature tells nobody', async () => {
  const { world, id, cameBack } = await asked(requestSignOff);
  const signature = {
    name: 'Alex Mayor',
    agreed: true,
    textDigest: textDigest(sectionsOf(completeText()), aRound()),
  } as const;
  expect(await signByLink(world)(holderOf(world.linkToken()), signature, atNoon)).toMatchObject({ ok: true });
  await cameBack(id);
  expect(world.signOff()?.asked?.bouncedAt).toBeUndefined();
  expect(world.events.at(-1)?.type).toBe('application-signed-off');
});

test('a change in the same moment is tried again, and nothing is told by halves', async () => {
  const { world, messages, id } = await asked(requestSignOff);
  const before = world.signOff();
  const late = mailCameBack({
    ...world,
    messages,
    clock: () => noon,
    signOffs: { ...world.signOffs, find: async () => before && { ...before, version: before.version + 1 } },
  });
  await expect(late(id)).rejects.toThrow('in the same moment');
  expect(world.events.map(({ type }) => type)).toEqual(['sign-off-requested']);
});
