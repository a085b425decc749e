import type { Confirmations } from '../applications/confirmation.port.ts';
import { markBounced } from '../applications/confirmation-steps.ts';
import type { SignOffs } from '../applications/sign-off.port.ts';
import { markMailBounced } from '../applications/sign-off-steps.ts';
import type { Clock } from '../kernel/clock.ts';
import { deriveId } from '../kernel/ids.ts';
import type { Messages } from '../messages/message.port.ts';
import type { Message } from '../messages/message.ts';
import { stepMessage } from '../messages/message-steps.ts';

type Ports = {
  messages: Pick<Messages, 'find' | 'save'>;
  confirmations: Pick<Confirmations, 'find' | 'save'>;
  signOffs: Pick<SignOffs, 'find' | 'save'>;
  clock: Clock;
};

/** What was asked by a letter with a link, as far as it is the letter that came back: a later request has its own. */
type Asked = { readonly letter: Message; readonly applicationId: string; readonly now: Date };
const isOf = ({ letter, applicationId }: Asked, key: string | undefined): boolean =>
  key !== undefined && deriveId(letter.kind, applicationId, key) === letter.id;

const tellOfOffice = async ({ confirmations }: Ports, asked: Asked) => {
  const found = await confirmations.find(asked.applicationId);
  const marked = found && isOf(asked, found.asked.key) ? markBounced(found, asked.now) : undefined;
  return !marked || (await confirmations.save(marked)).ok;
};

const tellOfOfficial = async ({ signOffs }: Ports, asked: Asked) => {
  const found = await signOffs.find(asked.applicationId);
  const marked = found && isOf(asked, found.asked?.key) ? markMailBounced(found, asked.now) : undefined;
  return !marked || (await signOffs.save(marked)).ok;
};

/** Letters that carry a link to answer by. */
const linked: Partial<Record<Message['kind'], typeof tellOfOffice>> = {
  'counterpart-request': tellOfOffice,
  'counterpart-handed-on': tellOfOffice,
  'sign-off-request': tellOfOfficial,
};

/**
 * A letter came back: its message says so, and where it carried an office's or an official's link, so does the
 * application, whose people are told by mail. Each step is done once, however often the provider repeats itself; throws
 * to be tried again.
 */
export const mailCameBack =
  (ports: Ports) =>
  async (messageId: string): Promise<void> => {
    const letter = await ports.messages.find(messageId);
    if (!letter) return;
    const now = ports.clock();
    const stepped = stepMessage(letter, { action: 'bounce', by: 'system:mail', now });
    if (stepped.ok) {
      const saved = await ports.messages.save(stepped.value);
      if (!saved.ok) throw new Error(`Message ${messageId} was changed in the same moment`);
    }
    const [, applicationId] = letter.about.split('#');
    const tell = linked[letter.kind];
    if (!applicationId || !tell) return;
    const isTold = await tell(ports, { letter, applicationId, now });
    if (!isTold) throw new Error(`What ${applicationId} asked for was changed in the same moment`);
  };
