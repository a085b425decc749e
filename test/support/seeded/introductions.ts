import { randomUUID } from 'node:crypto';
import { newId, newToken } from '../../../functions/container/clients.ts';
import { matchPorts } from '../../../functions/container/matches-queue.ts';
import { registeringUseCases } from '../../../functions/container/registering-use-cases.ts';
import type { IntroductionChange } from '../../../shared/introductions/introduction.port.ts';
import { introductionStore } from '../../../shared/introductions/introduction.store.ts';
import type { Introduction } from '../../../shared/introductions/introduction.ts';
import { acceptAs, connectAs, joinAs, requestOf } from '../../../shared/introductions/introduction-steps.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { hashToken } from '../../../shared/kernel/link-token.ts';
import { refreshMatches } from '../../../shared/matches/refresh-matches.ts';
import { messageWrites } from '../../../shared/messages/message.store.ts';
import type { Table } from '../../../shared/table/table.ts';
import { aRegistration } from '../alumni-fakes.ts';
import { callAt, done, inDays } from './clock.ts';

type Asking = {
  readonly partnershipId: string;
  /** Who asks: an organisation's coordinator, or a chapter's lead. */
  readonly by: string;
  readonly organisationId?: string;
  readonly chapter?: NonNullable<Introduction['chapter']>;
  readonly alum: string;
  readonly note?: string;
};

/** Alumni as registering leaves them, and introductions in any state, whoever was asked by how many before. */
export const introductionsOn = (table: Table) => {
  const store = introductionStore(table, { messageWrites });
  const { viewAlum, registerAlum } = registeringUseCases({ table, newId });

  /** Registered, in a chapter that may see them, with a card; of who is registered already their number. */
  const register = async (actor: Person, chapter: Introduction['chapter'] = 'jetaa-texoma') => {
    const call = callAt(inDays(-30));
    const before = done(await viewAlum(actor, {}, call));
    if (before.alum) return before.alum.alumId;
    const registration = aRegistration({ offer: { ...aRegistration().offer, ...(chapter && { chapter }) } });
    const input = { ...registration, profileVersion: before.profileVersion };
    const { alum } = done(await registerAlum(actor, input, call));
    await refreshMatches(matchPorts(table))([
      { kind: 'person', personId: actor.personId, alumId: alum.alumId },
    ]);
    return alum.alumId;
  };

  const save = async (change: IntroductionChange) => {
    done(await store.save(change));
    return change.introduction;
  };
  const request = ({ by, alum, note = 'We visit in May.', ...of }: Asking) => {
    const as = of.organisationId ? 'coordinator' : 'lead';
    const id = randomUUID();
    const about = { id, ...of, alumId: randomUUID(), personId: alum, as, note } as const;
    return save(requestOf(about, { by, at: inDays(-1) }));
  };
  const act = { by: 'system:test', at: inDays(0) };
  const accept = async (asking: Asking) => save(done(acceptAs(await request(asking), act)));
  /** Both have said yes. */
  const connect = async (asking: Asking) => {
    const accepted = await accept(asking);
    return accepted.status === 'connected'
      ? accepted
      : save(done(connectAs(accepted, { ...act, organisationId: asking.organisationId ?? '' })));
  };
  const join = async (asking: Asking) => save(done(joinAs(await connect(asking), 'board', act)));
  /** A token for it, as a reminder mails one. */
  const linkTo = async (introductionId: string) => {
    const token = newToken();
    const introduction = await store.find(introductionId);
    if (!introduction) throw new Error(`There is no introduction ${introductionId}`);
    const link = { tokenHash: hashToken('introduction', token), introductionId, at: act.at.toISOString() };
    await save({
      introduction: { ...introduction, version: introduction.version + 1 },
      events: [],
      link,
    });
    return token;
  };
  return { register, request, accept, connect, join, linkTo, store };
};
