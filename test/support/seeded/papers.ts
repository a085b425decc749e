import { randomBytes } from 'node:crypto';
import { applicationsUseCases } from '../../../functions/container/applications-use-cases.ts';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { sentUseCases } from '../../../functions/container/sent-use-cases.ts';
import { sectionIds } from '../../../shared/applications/application.ts';
import { dayOf } from '../../../shared/applications/application-actions.ts';
import { draftStore } from '../../../shared/applications/draft.store.ts';
import { textDigest } from '../../../shared/applications/snapshot.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import type { Table } from '../../../shared/table/table.ts';
import type { Organisation } from './applications.ts';
import { callAt, done } from './clock.ts';
import { completeSections } from './complete-sections.ts';

const title = 'Bread and clay, on paper';

/** Applications that came on paper, typed by staff through the use cases themselves. */
export const papersOn = (table: Table) => {
  const directory = openPartnerships(table);
  const newToken = () => randomBytes(32).toString('base64url');
  const act = {
    ...applicationsUseCases({ table, directory, newToken, cursors: cursorsWith('set-up') }),
    ...sentUseCases({ table, directory }),
  };

  const termsOf = ({ id: organisationId, partnershipId }: Organisation, round: Round, at: Date) => ({
    organisationId,
    partnershipId,
    title,
    receivedOn: dayOf(at, round),
  });

  /** With nothing typed yet. */
  const begin = async (staff: Person, of: Organisation, round: Round, at: Date): Promise<string> =>
    done(await act.enterPaper(staff, { ...termsOf(of, round, at), roundId: round.id }, callAt(at))).id;

  /** Every section of what was begun. */
  const fillIn = async (
    staff: Person,
    applicationId: string,
    words: { title: string; summary?: string } = { title },
  ): Promise<string> => {
    const sections = completeSections(words.title, words.summary);
    for (const sectionId of sectionIds) {
      const input = { applicationId, sectionId, version: 0, data: sections[sectionId] };
      done(await act.saveSection(staff, input, callAt(new Date())));
    }
    return applicationId;
  };

  /** The signature that stands on it, as it would be recorded. */
  const signatureOf = async (applicationId: string, at: Date, round?: Round) => {
    const { sections = [], application } = (await draftStore(table).find(applicationId)) ?? {};
    const terms = round ?? (application && (await roundStore(table).find(application.roundId, application)));
    if (!terms) throw new Error('In no round');
    return {
      name: 'Authorised Official',
      signedOn: dayOf(at, terms),
      textDigest: textDigest(sections, terms),
    };
  };

  /** With every section typed, and the signature. */
  const typed = async (staff: Person, of: Organisation, round: Round, at: Date) => {
    const applicationId = await fillIn(staff, await begin(staff, of, round, at));
    return { applicationId, signature: await signatureOf(applicationId, at, round) };
  };

  /** Signed and sent, what was typed. */
  const send = async (staff: Person, applicationId: string, round: Round, at: Date): Promise<string> => {
    const signature = await signatureOf(applicationId, at, round);
    done(await act.recordSignature(staff, { applicationId, ...signature }, callAt(at)));
    done(await act.submitApplication(staff, { applicationId }, callAt(at)));
    return applicationId;
  };

  /** Typed, signed and sent. */
  const sent = async (staff: Person, of: Organisation, round: Round, at: Date): Promise<string> =>
    send(staff, (await typed(staff, of, round, at)).applicationId, round, at);

  return { act, termsOf, begin, fillIn, signatureOf, typed, send, sent };
};
