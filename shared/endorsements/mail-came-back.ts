import type { Confirmations } from '../applications/confirmation.port.ts';
import { markBounced } from '../applications/confirmation-steps.ts';
import type { Clock } from '../kernel/clock.ts';
import { deriveId } from '../kernel/ids.ts';
import type { Messages } from '../messages/message.port.ts';
import type { Message } from '../messages/message.ts';
import { stepMessage } from '../messages/message-steps.ts';

type Ports = {
  messages: Pick<Messages, 'find' | 'save'>;
  confirmations: Pick<Confirmations, 'find' | 'save'>;
  clock: Clock;
};

/** Letters that carry an office's link. */
const linked: readonly Message['kind'][] = ['counterpart-request', 'counterpart-handed-on'];

/**
 * A letter came back: its message says so, and where it carried an office's link, so does the application, whose people
 * are told by mail. Each step is done once, however often the provider repeats itself; throws to be tried again.
 */
export const mailCameBack =
  ({ messages, confirmations, clock }: Ports) =>
  async (messageId: string): Promise<void> => {
    const message = await messages.find(messageId);
    if (!message) return;
    const now = clock();
    const stepped = stepMessage(message, { action: 'bounce', by: 'system:mail', now });
    if (stepped.ok) {
      const saved = await messages.save(stepped.value);
      if (!saved.ok) throw new Error(`Message ${messageId} was changed in the same moment`);
    }
    const [, applicationId] = message.about.split('#');
    if (!applicationId || !linked.includes(message.kind)) return;
    const asked = await confirmations.find(applicationId);
    // A later request has a letter of its own.
    if (!asked || deriveId(message.kind, applicationId, asked.asked.key) !== messageId) return;
    const marked = markBounced(asked, now);
    if (!marked) return;
    const saved = await confirmations.save(marked);
    if (!saved.ok) throw new Error(`The confirmation of ${applicationId} was changed in the same moment`);
  };
