import { expect, test } from 'vitest';
import type { Introduction } from '../../../shared/introductions/introduction.ts';
import type { Person, Role } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { listMessages } from '../../../shared/messages/list-messages.ts';
import { settleMessage } from '../../../shared/messages/settle-message.ts';
import { atNoon, staff } from '../../support/accounts-fakes.ts';
import { anIntroduction, planted } from '../../support/introductions-fakes.ts';
import { aMessage, fakeMessages, nobodyKept } from '../../support/messages-fakes.ts';
import { openCursors } from '../../support/programs-fakes.ts';

/** The mail that asks an alum bounced: staff see to whom it went. */
const given = (introduction: Introduction) => {
  const { email: address, name } = planted.alum;
  const { roundId: _, ...mail } = aMessage({
    ...{ kind: 'introduction-request', about: `introduction#${introduction.id}`, status: 'bounced' },
    ...{ to: { address, name }, values: { ...aMessage().values, until: introduction.expiresAt } },
  });
  const messages = fakeMessages(mail);
  const introductions = { many: async () => [introduction] };
  const ports = { ...nobodyKept(), messages, introductions };
  return {
    list: (actor: Person) =>
      listMessages({ ...ports, compose: () => ({ subject: '', text: '' }), cursors: openCursors })(
        actor,
        { status: 'bounced' },
        atNoon,
      ),
    resend: (actor: Person) =>
      settleMessage(ports)(actor, { messageId: mail.id, action: 'resend', version: 1 }, atNoon),
  };
};
const staffWho = (...roles: Role[]): Person => ({ ...staff, roles: [...staff.roles, ...roles] });
const memberOf = (organisationId: string): Role => ({ kind: 'member', organisationId, as: 'editor' });

test.each([
  ['asked as a coordinator', anIntroduction(), { ...staff, personId: 'coordinator-1' }],
  ['belong to the organisation that asked', anIntroduction(), staffWho(memberOf('org-1'))],
  [
    'lead the chapter that asked',
    anIntroduction({ chapter: 'jetaa-texoma' }, 'lead'),
    staffWho({ kind: 'lead', chapterId: 'jetaa-texoma' }),
  ],
  [
    'may speak for the partnership that a lead asked for',
    anIntroduction({}, 'lead'),
    staffWho(memberOf('org-1')),
  ],
])('staff who %s do not read in the outbox whom they asked, and settle nothing of it', async (_, introduction, actor) => {
  const { list, resend } = given(introduction);
  const seen = await list(actor);
  expect(seen).toMatchObject({ value: { items: [], kept: 1 } });
  expect(JSON.stringify(seen)).not.toContain(planted.alum.email);
  expect(await resend(actor)).toEqual(fail({ kind: 'not-found' }));
});

test('a colleague sees to it', async () => {
  const { list, resend } = given(anIntroduction());
  for (const actor of [staff, staffWho(memberOf('another'))])
    expect(await list(actor)).toMatchObject({ value: { items: [{ to: { address: planted.alum.email } }] } });
  expect((await resend(staff)).ok).toBe(true);
});
