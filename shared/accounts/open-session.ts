import { hashToken, type NewToken } from '../kernel/link-token.ts';
import type { Sessions } from './session.port.ts';
import { sessionEnd } from './session.ts';

type Ports = { sessions: Pick<Sessions, 'open'>; newToken: NewToken };

/** A session for someone who has just signed in. The token goes into their cookie and only its hash is kept. */
export const openSession =
  ({ sessions, newToken }: Ports) =>
  async (personId: string, now: Date): Promise<{ token: string; endsAt: Date }> => {
    const token = newToken();
    const endsAt = sessionEnd(now);
    await sessions.open(personId, hashToken('session', token), endsAt);
    return { token, endsAt };
  };

/** Ends the session that this token opened, on signing out. */
export const endSession =
  ({ sessions }: { sessions: Pick<Sessions, 'end'> }) =>
  (personId: string, token: string): Promise<void> =>
    sessions.end(personId, hashToken('session', token));
