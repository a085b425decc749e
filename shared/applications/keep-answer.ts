import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, LinkExpired, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Confirmations } from './confirmation.port.ts';
import type { KeptAnswer } from './confirmation.ts';
import { confirmationByLink } from './confirmation-by-link.ts';
import { keepAsOffice } from './confirmation-steps.ts';

type Ports = { confirmations: Pick<Confirmations, 'findByLink' | 'save'> };
type Failure = NotFound | Conflict | LinkExpired | StepRefused;

type Input = KeptAnswer & { version: number };

const isKept = (kept: KeptAnswer, { version: _, ...words }: Input): boolean => {
  const texts: Readonly<Record<string, string>> = kept;
  return Object.entries(words).every(([name, text]) => texts[name] === text);
};

/** The office saves what it has written and waits for its approval (決裁). Nobody gets mail; the link opens it again. */
export const keepAnswer =
  ({ confirmations }: Ports): UseCase<Input, { version: number; savedAt: string }, Failure> =>
  async (actor, kept, { receivedAt }) => {
    const found = await confirmationByLink(confirmations, actor);
    if (!found) return fail({ kind: 'not-found' });
    // A second click finds what the first has kept.
    if (found.kept && found.version === kept.version + 1 && isKept(found.kept, kept))
      return ok({ version: found.version, savedAt: found.kept.at });
    const saving = keepAsOffice(found, kept, receivedAt);
    if (!saving.ok) return saving;
    const saved = await confirmations.save(saving.value);
    const { version } = saving.value.confirmation;
    return saved.ok ? ok({ version, savedAt: receivedAt.toISOString() }) : saved;
  };
