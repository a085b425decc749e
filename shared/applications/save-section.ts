import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications } from './application.port.ts';
import type { SectionId } from './application.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import { mayWrite } from './belonging.ts';
import type { Drafts } from './draft.port.ts';
import type { Section } from './draft.ts';
import { formOf, noTerms } from './sections/forms.ts';
import { mergeSections } from './sections/merge-sections.ts';
import type { SectionBase } from './sections/section-base.ts';
import { draftProblems, type SectionData, type SectionForm } from './sections/section-form.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  drafts: Pick<Drafts, 'saveSection' | 'section'>;
  rounds: Pick<Rounds, 'find'>;
};
export type SaveSectionFailure = NotFound | StepRefused | InvalidInput | Stale;

/**
 * `version` is the section's own as it was read; 0 for one that was never saved. With `base`, what was read then,
 * another editor's save in between is merged; without it, it is stale.
 */
export type SaveInput = {
  applicationId: string;
  sectionId: SectionId;
  version: number;
  data: unknown;
  base?: SectionBase | undefined;
};
export type Saved = {
  readonly version: number;
  readonly savedAt: string;
  /** What is kept, where another editor's changes were put together with these: whose, and of when. */
  readonly merged?: { readonly data: SectionData; readonly by: string; readonly at: string };
};

/** A section's text in bytes of UTF-8, so that its item stays well under 100 KB. */
const sectionByteLimit = 60_000;
const bytesOf = (data: SectionData) => new TextEncoder().encode(JSON.stringify(data)).length;

/** How often a save goes after others that come in between: more editors at once in one section there are not. */
const attempts = 4;

const fitting = (form: SectionForm, data: unknown): Result<SectionData, InvalidInput> => {
  const typed = form.draftSchema.safeParse(data);
  if (!typed.success) return fail({ kind: 'invalid-input', fields: draftProblems(typed.error) });
  return bytesOf(typed.data) > sectionByteLimit
    ? fail({ kind: 'invalid-input', fields: [{ path: '', code: 'too-long' }] })
    : ok(typed.data);
};

/** Keeps what was typed, right or wrong. A head is read and one item written; no event, no list is touched. */
export const saveSection =
  ({ applications, drafts, rounds }: Ports): UseCase<SaveInput, Saved, SaveSectionFailure> =>
  async (actor, { applicationId, sectionId, version, data, base }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application || !mayWrite(actor, application)) return fail({ kind: 'not-found' });
    if (!isEditable(application)) return fail(refuseStep(application, 'edit'));

    // Only the extra questions differ in what a draft may hold; the rest need no round to be saved.
    const terms = sectionId === 'questions' ? await rounds.find(application.roundId, application) : noTerms;
    const form = formOf(sectionId, terms ?? noTerms);
    const typed = fitting(form, data);
    if (!typed.ok) return typed;

    const savedAt = receivedAt.toISOString();
    const put = async (read: number, text: SectionData) => {
      const next = { id: sectionId, version: read + 1, savedAt, savedBy: actor.personId, data: text };
      const saved = await drafts.saveSection(applicationId, next);
      return saved.ok ? ok({ version: saved.value.version, savedAt: saved.value.savedAt }) : saved;
    };
    const first = await put(version, typed.value);
    if (first.ok || first.failure.kind !== 'stale' || !base) return first;

    let stands: Section | undefined;
    for (let attempt = 1; attempt < attempts; attempt += 1) {
      stands = await drafts.section(applicationId, sectionId);
      if (!stands) return first;
      const { data: merged, clashes } = mergeSections(form, { base, mine: typed.value, theirs: stands.data });
      const fits = fitting(form, merged);
      if (clashes.length > 0 || !fits.ok) return fail({ kind: 'stale', current: stands.version });
      const saved = await put(stands.version, fits.value);
      const whose = { data: fits.value, by: stands.savedBy, at: stands.savedAt };
      if (saved.ok) return ok({ ...saved.value, merged: whose });
    }
    return fail({ kind: 'stale', current: stands?.version ?? 0 });
  };
