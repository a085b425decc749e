import { afterAll, beforeAll, test } from 'vitest';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { addressProofStore } from '../../../shared/accounts/address-proof.store.ts';
import { invitationStore } from '../../../shared/accounts/invitation.store.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { confirmationStore } from '../../../shared/applications/confirmation.store.ts';
import { signOffStore } from '../../../shared/applications/sign-off.store.ts';
import { officeDomainStore } from '../../../shared/endorsements/office-domain.store.ts';
import { jobStore } from '../../../shared/jobs/job.store.ts';
import { messageStore, messageWrites } from '../../../shared/messages/message.store.ts';
import { claimStore } from '../../../shared/partnerships/claim.store.ts';
import { questionStore } from '../../../shared/programs/question.store.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { anAccount } from '../../support/accounts-fakes.ts';
import { anApplication, aSignature } from '../../support/applications-fakes.ts';
import { anOfficeDomain } from '../../support/endorsements-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aJob } from '../../support/jobs-fakes.ts';
import { aMessage } from '../../support/messages-fakes.ts';
import { expectNextVersionOnly, type Save } from '../../support/next-version.ts';
import { aClaim } from '../../support/partnerships-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const events: [] = [];
const at = '2027-01-20T12:00:00.000Z';
const later = '2027-02-20T12:00:00.000Z';
const email = 'someone@austin.example';
const asked = {
  office: 'Office',
  contact: 'Someone',
  email: 'office@oita.example',
  by: 'owner-1',
  at,
  tokenHash: 'hash-1',
  expiresAt: later,
  key: 'key-1',
};
const plan = { title: 'Music', arrivesOn: '2027-05-01', leavesOn: '2027-05-08' };

/** Every item around the review stage that people, or two tries, write in turn. */
const saves: Readonly<Record<string, Save>> = {
  account: (table, version) => {
    const store = accountStore(table);
    const change = { account: { ...anAccount('person-1'), version }, events };
    return version === 1 ? store.open(change, 'subject-1') : store.save(change);
  },
  invitation: (table, version) =>
    invitationStore(table, messageWrites).save({
      invitation: {
        ...{ id: 'invitation-1', version, status: 'pending', tokenHash: 'hash-2', email, language: 'en' },
        ...{ role: { kind: 'staff', programId: 'leading-asia' }, invitedBy: 'staff-1' },
        ...{ createdAt: at, expiresAt: later },
      },
      events,
    }),
  'proof of an address': (table, version) =>
    addressProofStore(table, messageWrites).save({
      proof: {
        ...{ id: 'proof-1', version, personId: 'person-1', tokenHash: 'hash-3', email },
        ...{ requestKey: 'key-1', createdAt: at, expiresAt: later },
      },
      events,
    }),
  application: (table, version) =>
    applicationStore(table).save({ application: anApplication({ version }), events }),
  'sign-off': (table, version) =>
    signOffStore(table, messageWrites).save({ signOff: { ...aSignature([]), version }, events }),
  confirmation: (table, version) =>
    confirmationStore(table, messageWrites).save({
      confirmation: {
        ...{ applicationId: 'app-1', organisationId: 'org-austin', version, status: 'requested' },
        ...{ plan, asked },
      },
      events,
    }),
  'office domain': (table, version) =>
    officeDomainStore(table).save({ record: anOfficeDomain({ version }), events }),
  claim: (table, version) => claimStore(table).saveClaim({ claim: aClaim({ version }), events }),
  question: (table, version) =>
    questionStore(table).save({
      question: {
        ...{ id: 'question-1', version, status: 'asked', text: 'When?', askedAt: at },
        asker: { name: 'Someone', email, language: 'en' },
      },
      events,
    }),
  round: (table, version) => roundStore(table).save({ round: aRound({ version }), events }),
  job: (table, version) => jobStore(table).save({ job: aJob({ version }), events }),
  message: (table, version) => messageStore(table).save({ message: aMessage({ version }), events }),
};

test.each(
  Object.entries(saves),
)('%s: of two first writes one stands, and only the next version takes its place', async (_, save) =>
  expectNextVersionOnly(engine, save));
