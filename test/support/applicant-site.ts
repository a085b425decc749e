import type { KnownPerson } from '../../shared/accounts/account.port.ts';
import { addAttachment } from '../../shared/applications/add-attachment.ts';
import { answerConfirmation } from '../../shared/applications/answer-confirmation.ts';
import { exportBudget, importBudget, previewBudget } from '../../shared/applications/budget-file.ts';
import { compareVersions } from '../../shared/applications/compare-versions.ts';
import { copyEarlier, listEarlier, previewCopy } from '../../shared/applications/copy-earlier.ts';
import { handOnConfirmation } from '../../shared/applications/hand-on-confirmation.ts';
import { keepAnswer } from '../../shared/applications/keep-answer.ts';
import { listMyApplications } from '../../shared/applications/list-my-applications.ts';
import { openAttachment } from '../../shared/applications/open-attachment.ts';
import { recordSignature } from '../../shared/applications/record-signature.ts';
import { removeAttachment } from '../../shared/applications/remove-attachment.ts';
import { reopenApplication } from '../../shared/applications/reopen-application.ts';
import { requestConfirmation } from '../../shared/applications/request-confirmation.ts';
import { requestSignOff } from '../../shared/applications/request-sign-off.ts';
import { revokeConfirmation } from '../../shared/applications/revoke-confirmation.ts';
import { saveSection } from '../../shared/applications/save-section.ts';
import { settleAttachment } from '../../shared/applications/settle-attachment.ts';
import { signAsOwner, signByLink } from '../../shared/applications/sign-application.ts';
import { startApplication } from '../../shared/applications/start-application.ts';
import { submitApplication } from '../../shared/applications/submit-application.ts';
import { viewApplication } from '../../shared/applications/view-application.ts';
import { viewConfirmation } from '../../shared/applications/view-confirmation.ts';
import { viewReceipt } from '../../shared/applications/view-receipt.ts';
import { viewSamePair } from '../../shared/applications/view-same-pair.ts';
import { viewSignOff } from '../../shared/applications/view-sign-off.ts';
import { viewSubmission } from '../../shared/applications/view-submission.ts';
import { withdrawApplication } from '../../shared/applications/withdraw-application.ts';
import { nameReviewers, viewNamedReviewers } from '../../shared/conflicts/name-reviewers.ts';
import type { Role } from '../../shared/kernel/actor.ts';
import { listMyOrganisations } from '../../shared/partnerships/list-my-organisations.ts';
import type { Organisation } from '../../shared/partnerships/partnership.ts';
import { listOpenRounds } from '../../shared/programs/list-rounds.ts';
import { fakeApplication } from './applications-fakes.ts';
import { fakeNamedReviewers } from './conflicts-fakes.ts';
import { aClaim, anOrganisation, fakePartnerships } from './partnerships-fakes.ts';
import { openCursors } from './programs-fakes.ts';
import { aPerson, webApp } from './web-app.ts';

const memberOf = (personId: string, as: 'owner' | 'editor' | 'viewer', organisationId = 'org-austin') => {
  const role: Role = { kind: 'member', organisationId, as };
  return aPerson(personId, role);
};

/** Who walks through an applicant's pages. */
export const people = {
  owner: memberOf('owner-1', 'owner'),
  editor: memberOf('editor-1', 'editor'),
  viewer: memberOf('viewer-1', 'viewer'),
  stranger: memberOf('owner-2', 'owner', 'org-tacoma'),
  newcomer: aPerson('newcomer'),
} as const;

type World = Parameters<typeof fakeApplication>[0];
type Given = World & {
  now?: Date;
  organisations?: readonly Organisation[];
  claims?: readonly ReturnType<typeof aClaim>[];
};

/** The applicant's pages on the real use cases over one application in memory; `as` is who asks. */
export const applicantSite = ({ now, organisations, claims, ...world }: Given = {}) => {
  const fakes = fakeApplication(world);
  const { partnerships } = fakePartnerships({
    organisations: organisations ?? [anOrganisation()],
    claims: claims ?? [aClaim({ status: world.claim === 'claimed' ? 'claimed' : 'verified' })],
  });
  const namedReviewers = fakeNamedReviewers();
  const ports = { ...fakes, partnerships, directory: partnerships, cursors: openCursors, namedReviewers };
  const site = webApp({
    people: Object.values(people),
    ...(now && { ports: { clock: () => now } }),
    useCases: {
      applicant: {
        listMyApplications: listMyApplications(ports),
        listMyOrganisations: listMyOrganisations(ports),
        listOpenRounds: listOpenRounds(ports),
        startApplication: startApplication(ports),
        viewApplication: viewApplication(ports),
        saveSection: saveSection(ports),
        exportBudget: exportBudget(ports),
        viewSamePair: viewSamePair(ports),
        listEarlier: listEarlier(ports),
        previewCopy: previewCopy(ports),
        copyEarlier: copyEarlier(ports),
        previewBudget: previewBudget(ports),
        importBudget: importBudget({ ...ports, saveSection: saveSection(ports) }),
        submitApplication: submitApplication(ports),
        reopenApplication: reopenApplication(ports),
        withdrawApplication: withdrawApplication(ports),
        viewReceipt: viewReceipt(ports),
        viewSubmission: viewSubmission(ports),
        requestSignOff: requestSignOff(ports),
        signAsOwner: signAsOwner(ports),
        recordSignature: recordSignature(ports),
        requestConfirmation: requestConfirmation(ports),
        revokeConfirmation: revokeConfirmation(ports),
        addAttachment: addAttachment(ports),
        openAttachment: openAttachment(ports),
        settleAttachment: settleAttachment(ports),
        removeAttachment: removeAttachment(ports),
        viewNamedReviewers: viewNamedReviewers(ports),
        nameReviewers: nameReviewers(ports),
      },
      compare: { viewApplication: viewApplication(ports), compareVersions: compareVersions(ports) },
      signOff: { viewSignOff: viewSignOff(ports), signByLink: signByLink(ports) },
      confirm: {
        viewConfirmation: viewConfirmation(ports),
        answerConfirmation: answerConfirmation(ports),
        keepAnswer: keepAnswer(ports),
        handOnConfirmation: handOnConfirmation(ports),
      },
    },
  });
  const base = '/applications/app-1';
  const as = (person: KnownPerson) => ({
    get: (path: string) =>
      site.get(path.startsWith('/') ? path : `${base}/${path}`.replace(/\/$/, ''), { as: person }),
    post: (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      site.post(path.startsWith('/') ? path : `${base}/${path}`, form, { as: person, headers }),
  });
  return { ...fakes, namedReviewers, site, as, ...as(people.owner) };
};
