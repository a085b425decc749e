import { hashToken } from '../kernel/link-token.ts';
import type { KnownPerson, People } from './account.port.ts';
import type { Sessions } from './session.port.ts';
import { isOpen } from './session.ts';

type Ports = { sessions: Pick<Sessions, 'find'>; people: Pick<People, 'find'> };

/** Who holds this session's token; undefined once it has ended. Session and person are read side by side. */
export const personOfSession =
  ({ sessions, people }: Ports) =>
  async (personId: string, token: string, now: Date): Promise<KnownPerson | undefined> => {
    const [session, person] = await Promise.all([
      sessions.find(personId, hashToken('session', token)),
      people.find(personId),
    ]);
    // An account that was merged into another takes its sessions with it.
    const isOwn = person?.account.id === personId;
    return session && isOwn && isOpen(session, now) ? person : undefined;
  };
