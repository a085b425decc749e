import { asScribe } from '../../shared/applications/as-scribe.ts';
import { enterPaper } from '../../shared/applications/enter-paper.ts';
import { listPapers } from '../../shared/applications/list-papers.ts';
import { recordSignature } from '../../shared/applications/record-signature.ts';
import { saveSection } from '../../shared/applications/save-section.ts';
import { textDigest } from '../../shared/applications/snapshot.ts';
import { submitApplication } from '../../shared/applications/submit-application.ts';
import { viewApplication } from '../../shared/applications/view-application.ts';
import type { Person } from '../../shared/kernel/actor.ts';
import { enrolApplicant } from '../../shared/partnerships/enrol-applicant.ts';
import { listClaimants } from '../../shared/partnerships/list-claimants.ts';
import { staff } from './accounts-fakes.ts';
import { anApplication, completeText, fakeApplication, sectionsOf } from './applications-fakes.ts';
import { aClaim, anOrganisation, fakePartnerships } from './partnerships-fakes.ts';
import { aRound } from './programs-fakes.ts';

export const colleague: Person = { ...staff, personId: 'staff-2' };

/** Typed by `staff-1` from a paper that came in time. */
export const aPaper = (over: Parameters<typeof anApplication>[0] = {}) =>
  anApplication({
    paper: {
      receivedOn: '2027-01-12',
      enteredAt: '2027-01-13T15:00:00.000Z',
      enteredBy: 'staff-1',
      scribes: ['staff-1'],
    },
    ...over,
  });

type World = Parameters<typeof fakeApplication>[0] & {
  /** Ids of staff whom a conflict keeps from everything here. */
  readonly kept?: readonly string[];
};

/** What staff do with papers, over one application in memory. */
export const paperWorld = ({ kept = [], round = aRound(), ...world }: World = {}) => {
  const fakes = fakeApplication({ ...world, round });
  const standing = fakePartnerships({
    organisations: [anOrganisation()],
    claims: [aClaim({ status: 'verified' })],
  });
  const { partnerships } = standing;
  const ports = {
    ...fakes,
    directory: partnerships,
    enrol: enrolApplicant({ partnerships }),
    isClear: async ({ personId }: Person) => !kept.includes(personId),
    clearance:
      async ({ personId }: Person) =>
      () =>
        kept.includes(personId) ? 'declared' : undefined,
    people: { find: async () => undefined },
  };
  const typing = asScribe(ports);
  return {
    ...standing,
    ...fakes,
    enterPaper: enterPaper(ports),
    listPapers: listPapers(ports),
    listClaimants: listClaimants({ partnerships }),
    view: typing(viewApplication(ports)),
    save: typing(saveSection(ports)),
    sign: typing(recordSignature(ports)),
    submit: typing(submitApplication(ports)),
    digest: textDigest(sectionsOf({ ...completeText(), ...world.text }), round),
    typing,
    ports,
  };
};
