import { mayEdit } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications } from './application.port.ts';
import type { SectionId } from './application.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import type { Drafts } from './draft.port.ts';
import { formOf, noTerms } from './sections/forms.ts';
import { draftProblems, type SectionData } from './sections/section-form.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  drafts: Pick<Drafts, 'saveSection'>;
  rounds: Pick<Rounds, 'find'>;
};
export type SaveSectionFailure = NotFound | StepRefused | InvalidInput | Stale;

/** `version` is the section's own as it was read; 0 for one that was never saved. */
export type SaveInput = { applicationId: string; sectionId: SectionId; version: number; data: unknown };
export type Saved = { version: number; savedAt: string };

/** A section's text in bytes of UTF-8, so that its item stays well under 100 KB. */
const sectionByteLimit = 60_000;
const bytesOf = (data: SectionData) => new TextEncoder().encode(JSON.stringify(data)).length;

/** Keeps what was typed, right or wrong. A head is read and one item written; no event, no list is touched. */
export const saveSection =
  ({ applications, drafts, rounds }: Ports): UseCase<SaveInput, Saved, SaveSectionFailure> =>
  async (actor, { applicationId, sectionId, version, data }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application || !mayEdit(actor, application.organisationId)) return fail({ kind: 'not-found' });
    if (!isEditable(application)) return fail(refuseStep(application, 'edit'));

    // Only the extra questions differ in what a draft may hold; the rest need no round to be saved.
    const terms = sectionId === 'questions' ? await rounds.find(application.roundId, application) : noTerms;
    const typed = formOf(sectionId, terms ?? noTerms).draftSchema.safeParse(data);
    if (!typed.success) return fail({ kind: 'invalid-input', fields: draftProblems(typed.error) });
    if (bytesOf(typed.data) > sectionByteLimit)
      return fail({ kind: 'invalid-input', fields: [{ path: '', code: 'too-long' }] });

    const savedAt = receivedAt.toISOString();
    const section = {
      id: sectionId,
      version: version + 1,
      savedAt,
      savedBy: actor.personId,
      data: typed.data,
    };
    const saved = await drafts.saveSection(applicationId, section);
    return saved.ok ? ok({ version: saved.value.version, savedAt: saved.value.savedAt }) : saved;
  };
