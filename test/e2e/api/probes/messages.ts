import { newId } from '../../../../functions/container/clients.ts';
import { messageWrites } from '../../../../shared/messages/message.store.ts';
import { holdMessage } from '../../../../shared/messages/message-steps.ts';
import { transact } from '../../../../shared/table/transact.ts';
import { done } from '../../../support/seeded/clock.ts';
import { newName, type SeededPlatform } from '../../../support/seeded-platform.ts';
import { always, type Probes } from './probe.ts';

export const messagesProbes =
  ({ table }: SeededPlatform): Probes<'messages'> =>
  ({ committee }) => {
    const held = async () => {
      const letter = {
        id: newId(),
        kind: 'letter-decline',
        about: `round#${committee.id}`,
        roundId: committee.id,
        to: { address: `${newName('owner')}@people.example`, name: '' },
        language: 'en',
        values: {
          title: 'Bread and clay',
          us: 'Austin, TX',
          jp: 'Oita',
          jpJa: '大分',
          round: 'A round',
          path: 'my',
        },
      } as const;
      const { message, events } = holdMessage(letter, 'system:announcement', new Date());
      done(await transact(table, messageWrites(table, { message, events })));
      return { params: { messageId: message.id }, version: message.version, body: { action: 'release' } };
    };
    return {
      listMessages: { held: always({ query: { status: 'held' } }) },
      countHeld: { 'of a closed round': always({ params: { roundId: committee.id } }) },
      settleMessage: { held },
      releaseLetters: {
        'of a round': async () => {
          await held();
          return { params: { roundId: committee.id } };
        },
      },
    };
  };
