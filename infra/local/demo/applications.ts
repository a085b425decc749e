import type { SectionId } from '../../../shared/applications/application.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { sectionsOf } from './contents.ts';
import { type ProjectName, projects } from './projects.ts';
import type { Stage } from './stage.ts';

export type Applicant = { readonly person: Person; readonly organisationId: string };
type Given = { readonly roundId: string; readonly project: ProjectName; readonly day: number };

/** A draft with the sections named, as they would be typed. */
export const draft = async (
  { all, act, at }: Stage,
  { person, organisationId }: Applicant,
  { roundId, project, day }: Given,
  only?: readonly SectionId[],
): Promise<string> => {
  const made = projects[project];
  const calendarDay = (days: number) => at(days).toISOString().slice(0, 10);
  const { partnershipId, title } = made;
  const { id: applicationId } = await act(
    all.startApplication,
    person,
    { roundId, organisationId, partnershipId, title },
    day,
  );
  const sections = sectionsOf({ ...made, leaves: calendarDay(150), returns: calendarDay(158) });
  for (const [name, data] of Object.entries(sections)) {
    // The keys of `sectionsOf` are section ids; Object.entries forgets that.
    const sectionId = name as SectionId;
    if (only && !only.includes(sectionId)) continue;
    await act(all.saveSection, person, { applicationId, sectionId, version: 0, data }, day);
  }
  return applicationId;
};

/** A complete draft, signed by its owner as the authorised official and sent. */
export const submission = async (stage: Stage, applicant: Applicant, given: Given): Promise<string> => {
  const { all, act } = stage;
  const { person } = applicant;
  const applicationId = await draft(stage, applicant, given);
  const seen = await act(all.viewApplication, person, { applicationId }, given.day);
  const { textDigest } = seen;

  await act(
    all.signAsOwner,
    person,
    { applicationId, name: 'Authorized official', agreed: true, textDigest },
    given.day,
  );
  await act(all.submitApplication, person, { applicationId }, given.day);
  return applicationId;
};
