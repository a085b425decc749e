import { randomUUID } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { accountsUseCases } from '../../functions/container/accounts-use-cases.ts';
import { assignmentUseCases } from '../../functions/container/assignment-use-cases.ts';
import { newId, newToken } from '../../functions/container/clients.ts';
import { conflictsUseCases } from '../../functions/container/conflicts-use-cases.ts';
import { openInterests } from '../../functions/container/interests.ts';
import { introductionsUseCases } from '../../functions/container/introductions-use-cases.ts';
import { matchPorts } from '../../functions/container/matches-queue.ts';
import { openPartnerships } from '../../functions/container/partnerships-use-cases.ts';
import { programsUseCases } from '../../functions/container/programs-use-cases.ts';
import { registeringUseCases } from '../../functions/container/registering-use-cases.ts';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { proofIdOf } from '../../shared/accounts/address-proof.ts';
import { offerSchema } from '../../shared/alumni/alum.ts';
import { alumDraftStore } from '../../shared/alumni/alum-draft.store.ts';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { sectionIds } from '../../shared/applications/application.ts';
import { alumImportStore } from '../../shared/chapters/alum-import.store.ts';
import { beginImport } from '../../shared/chapters/alum-import.ts';
import { alumInvitationStore } from '../../shared/chapters/alum-invitation.store.ts';
import { inviteAlum } from '../../shared/chapters/alum-invitation.ts';
import { findConflicts } from '../../shared/conflicts/find-conflicts.ts';
import { personProfileStore } from '../../shared/conflicts/person-profile.store.ts';
import { profileDetailsSchema } from '../../shared/conflicts/person-profile.ts';
import { settlementStore } from '../../shared/conflicts/settlement.store.ts';
import { takePlace } from '../../shared/introductions/alum-requests.ts';
import { introductionStore } from '../../shared/introductions/introduction.store.ts';
import { introductionReportStore } from '../../shared/introductions/introduction-report.store.ts';
import { reportOf } from '../../shared/introductions/introduction-report.ts';
import { acceptAs, joinAs, outcomeAs, requestOf } from '../../shared/introductions/introduction-steps.ts';
import { jobWrites } from '../../shared/jobs/job.store.ts';
import { askFor } from '../../shared/jobs/job-steps.ts';
import { type Person, publicActor } from '../../shared/kernel/actor.ts';
import { refreshMatches } from '../../shared/matches/refresh-matches.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import { leadingAsia } from '../../shared/programs/round.ts';
import { exportStore } from '../../shared/roster/export.store.ts';
import { type Export, exportKey } from '../../shared/roster/export.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { applicationsOn, whileOpen } from './seeded/applications.ts';
import { callAt, done, inDays } from './seeded/clock.ts';
import { completeSections } from './seeded/complete-sections.ts';
import { introductionsOn } from './seeded/introductions.ts';
import { assessment, reviewsOn } from './seeded/reviews.ts';
import { courses, roundsOn } from './seeded/rounds.ts';
import { siteOn } from './site-on-table.ts';

/** Stands in every value that is planted of the person, and nowhere else. */
export const mark = /quill|羽根田|%E7%BE%BD%E6%A0%B9%E7%94%B0/i;

/** What the person wrote as an applicant: their organization's record, which outlives the account. */
export const recordMark = /Staywell/;

export const planted = {
  name: 'Zephyrine Quillfeather',
  formerName: 'Zenobia Formerquill',
  nameJa: '羽根田 紙子',
  email: 'zephyrine.quillfeather@planted.example',
  second: 'zq@quill.example',
  merged: 'merged-quillfeather@people.example',
  delegate: 'Delia Staywell',
} as const;

/** Somebody whom the person asked as a coordinator: a letter says by whom, and lies in their mailbox. */
export const askedByThem = 'asked-by-them';

/** Every item of the table: for a test alone, no store has such a call. */
export const wholeTable = async ({ client, table }: Table): Promise<readonly Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    items.push(...(page.Items ?? []).map(unpacked));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};

/** What lies compressed is searched as it reads. */
const unpacked = (item: Record<string, unknown>): Record<string, unknown> =>
  item.packed instanceof Uint8Array
    ? { ...item, packed: brotliDecompressSync(item.packed).toString('utf8') }
    : item;

/** The kinds of items in which the pattern stands, keys included; sorted, each once. */
export const kindsWith = (items: readonly Record<string, unknown>[], pattern: RegExp): readonly string[] =>
  [...new Set(items.filter((item) => pattern.test(JSON.stringify(item))).map(kindOf))].sort();

export const kindOf = ({ __edb_e__ }: Record<string, unknown>): string => String(__edb_e__);

/**
 * A person who has written everywhere one can: owner of an organization that applied, reviewer of a round, staff, with an
 * account that was merged into theirs. Everything is made by the use cases themselves.
 */
export const plantPerson = async (table: Table) => {
  const site = siteOn(table);
  const cursors = cursorsWith('set-up');
  const tokens: string[] = [];
  const partnerships = openPartnerships(table);
  const accounts = accountsUseCases({
    ...{ table, cursors, newId, organisations: partnerships },
    newToken: () => {
      const token = newToken();
      tokens.push(token);
      return token;
    },
  });
  const conflicts = conflictsUseCases({ table, cursors, directory: partnerships });
  const applications = applicationsOn(table);
  const rounds = roundsOn(table);
  const reviews = reviewsOn(table);
  const staffRole = { kind: 'staff', programId: leadingAsia } as const;
  const colleague = await site.join('colleague', staffRole);
  const past = () => callAt(inDays(-9));

  const invited = await accounts.inviteStaff(colleague, { email: planted.email, language: 'en' }, past());
  const invitation = done(invited).invitation;
  const come = { subject: 'subject-quill', email: planted.email, language: 'en' } as const;
  const { personId } = done(await accounts.signIn(publicActor, come, past()));
  const now = (): Promise<Person> => site.actorOf(personId);
  const token = `${invitation.id}.${tokens.at(-1)}`;
  done(await accounts.acceptInvitation(await now(), { token, pledge: true }, past()));
  for (const [at, name] of [planted.formerName, planted.name].entries())
    done(await accounts.editAccount(await now(), { name, language: 'en', version: at + 1 }, past()));
  await accounts.openSession(personId, new Date());

  // A second address, and an account of its own behind a third.
  const other = await site.join(planted.merged.replace('@people.example', ''));
  for (const email of [planted.second, planted.merged]) {
    const at = callAt(inDays(email === planted.second ? -8 : -7));
    done(await accounts.askAddress(await now(), { email }, at));
    const proof = { token: `${proofIdOf(personId)}.${tokens.at(-1)}`, merge: true };
    done(await accounts.proveAddress(await now(), proof, at));
  }

  const question = {
    name: planted.name,
    email: planted.second,
    language: 'en',
    text: 'A quillquestion?',
  } as const;
  const program = programsUseCases({ table, cursors });
  done(await program.askQuestion(publicActor, question, past()));
  const asked = done(
    await program.askQuestion(await now(), { ...question, text: 'In public, quill?' }, past()),
  );
  const answer = { text: 'Gladly.', isPublic: true, publicQuestion: 'May we?', version: 1 };
  done(await program.answerQuestion(colleague, { ...asked, ...answer }, past()));

  // Owner of what applies in the open round: the record of an organization.
  const { id: organisationId } = await applications.found(await now(), 'Sister Cities of Elmira');
  const partner = await site.join('partner', { kind: 'member', organisationId, as: 'owner' });
  const partnershipId = await applications.claim(await now(), organisationId);
  await applications.verify(colleague, { id: organisationId, partnershipId });
  const openRound = await rounds.publish(colleague, courses.open);
  const organisation = { id: organisationId, partnershipId };
  const applicationId = await applications.start(await now(), organisation, openRound.id, new Date());
  const sections = completeSections('A market of paper');
  for (const sectionId of sectionIds) {
    const travelling = { delegates: [{ name: planted.delegate, role: 'Printer', kind: 'arts' }] };
    const data = { ...sections[sectionId], ...(sectionId === 'delegation' && travelling) };
    const section = { applicationId, sectionId, version: 0, data };
    done(await applications.act.saveSection(await now(), section, callAt(new Date())));
  }
  const digest = await applications.digestOf(applicationId, openRound);
  const signature = { name: 'Authorised Official', agreed: true, textDigest: digest } as const;
  done(await applications.act.signAsOwner(partner, { applicationId, ...signature }, callAt(new Date())));
  done(await applications.act.submitApplication(await now(), { applicationId }, callAt(new Date())));

  // Reviewer of a closed round, with a review in each state.
  const round = await rounds.publish(colleague, courses.closed);
  const joined = await site.join('applicant');
  const others = await anotherApplicant(applications, () => site.actorOf(joined.personId), colleague);
  const applicant = await site.actorOf(joined.personId);
  const submitted = async () => applications.submit(applicant, others, round, whileOpen('closed'));
  const [counted, aside, begun, declined, conflicted, beside] = [
    await submitted(),
    await submitted(),
    await submitted(),
    await submitted(),
    await submitted(),
    await submitted(),
  ];
  await site.grant(personId, { kind: 'reviewer', roundId: round.id });
  const given = new Map<string, string>();
  for (const id of [counted, aside, begun, declined, conflicted])
    given.set(id, await reviews.assign(colleague, round.id, id, personId));
  const reviewOf = (id: string) => given.get(id) ?? '';
  for (const id of [counted, aside]) {
    await reviews.clear(await now(), reviewOf(id));
    await reviews.submit(await now(), reviewOf(id));
  }
  await reviews.clear(await now(), reviewOf(begun));
  const words = { ...assessment, noteToCommittee: 'A quilldraft' };
  done(
    await reviews.act.saveReview(
      await now(),
      { reviewId: reviewOf(begun), version: 1, assessment: words },
      past(),
    ),
  );
  const back = { reviewId: reviewOf(declined), version: 1, reason: 'No time for quills' };
  done(await reviews.act.declineReview(await now(), back, past()));
  const own = { reviewId: reviewOf(conflicted), version: 1, reason: 'My uncle Quill' };
  done(await reviews.act.declareConflict(await now(), own, past()));
  const assigning = assignmentUseCases({ table, cursors });
  const stated = { roundId: round.id, version: 0, choices: {}, conflicts: { [beside]: 'My quill club' } };
  done(await assigning.savePreferences(await now(), stated, past()));

  // A profile that was another, with places nobody finds; staff have said something of one, and an applicant named them.
  const profile = (place: string) =>
    profileDetailsSchema.parse({
      nameJa: planted.nameJa,
      organisations: [{ name: 'Quillwort Guild', from: 2012 }],
      placements: [{ text: place, role: 'ALT', from: 2009, to: 2012 }],
    });
  for (const [version, place] of ['Quillgawa village', 'Quillyama village'].entries())
    done(await conflicts.savePersonProfile(await now(), { ...profile(place), version }, past()));
  const [facts, head] = [
    await openInterests(table).ofPerson(await now()),
    await applicationStore(table).find(counted),
  ];
  const found = head ? findConflicts(facts, head) : [];
  for (const { cause } of found)
    done(
      await conflicts.settleConflict(
        colleague,
        { applicationId: counted, personId, cause, version: 0, outcome: 'none', reason: 'Another quill' },
        past(),
      ),
    );
  const people = [
    { name: planted.name, email: '', affiliation: 'Quill Ltd', reason: 'A quillquarrel' },
    { name: 'Somebody Else', email: '', affiliation: '', reason: 'Another matter' },
  ];
  done(
    await conflicts.nameReviewers(
      applicant,
      { applicationId: begun, version: 0, people },
      callAt(whileOpen('closed')),
    ),
  );

  await askAnother(table, await now(), partnershipId);
  const alum = await plantAlum(table, now, { partnershipId, by: partner.personId, merged: other.personId });
  const file = await exported(table, { roundId: round.id, personId, applicationId: counted });
  return {
    ...{ site, accounts, colleague, partner, personId, mergedId: other.personId, now },
    ...{
      alum,
      organisationId,
      applicationId,
      round,
      counted,
      aside,
      begun,
      declined,
      conflicted,
      beside,
      file,
    },
    reviewOf,
    settlements: settlementStore(table),
    directory: accountStore(table),
    reviews: reviews.act,
  };
};

type Alum = { readonly partnershipId: string; readonly by: string; readonly merged: string };

/** Registered as an alum, in cards and lists, joined to a partnership, asked by another, and each side has told staff. */
const plantAlum = async (table: Table, now: () => Promise<Person>, { partnershipId, by, merged }: Alum) => {
  const act = registeringUseCases({ table, newId });
  const person = await now();
  const { personId } = person;
  const at = inDays(-6);
  const offer = offerSchema.parse({
    skills: ['Quill making'],
    languages: ['Quillish'],
    topics: ['business-development'],
    chapter: 'jetaa-new-york',
  });
  const profile = await personProfileStore(table).find(personId);
  const places = {
    nameJa: planted.nameJa,
    placements: [{ text: 'Quillyama village', role: 'ALT' as const, from: 2009, to: 2012 }],
    home: { in: 'us' as const, city: 'Quillburg', state: 'AL' as const },
  };
  const choices = { matched: true, chapter: true, mail: true, statistics: true };
  const registration = { ...places, offer, choices, profileVersion: profile?.version ?? 0 };
  const { alum } = done(await act.registerAlum(person, registration, callAt(at)));
  // Another window of before it was sent, and what was begun under the merged account.
  for (const id of [personId, merged])
    done(
      await alumDraftStore(table).save({
        ...{ personId: id, version: 1, savedAt: at.toISOString() },
        ...{ expiresAt: Math.ceil(inDays(9).getTime() / 1000), registration: places },
      }),
    );

  const introductions = introductionStore(table, { messageWrites });
  const ask = async (to: string, note: string) => {
    const asking = { partnershipId: to, alumId: alum.alumId, personId, as: 'coordinator', note } as const;
    const { introduction, events } = requestOf({ ...asking, id: randomUUID() }, { by, at });
    const place = { introductionId: introduction.id, partnershipId: to, expiresAt: introduction.expiresAt };
    const requests = takePlace(await introductions.requestsOf(personId), { personId, place, most: 3 }, at);
    if (!requests) throw new Error('There is a place');
    done(await introductions.save({ introduction, events, requests }));
    return introduction;
  };
  const waiting = await ask('austin-tx-oita', 'Dear quill maker');
  const asked = await ask(partnershipId, 'We need a quill');
  const connected = done(acceptAs(asked, { by: personId, at }));
  done(await introductions.save(connected));
  const joined = done(joinAs(connected.introduction, 'advisor', { by: personId, at }));
  done(await introductions.save(joined));
  const told = { kind: 'joined', text: 'Quillfeather helped' } as const;
  done(await introductions.save(done(outcomeAs(joined.introduction, told, { by, at }))));
  for (const [side, who] of [
    ['alum', personId],
    ['coordinator', by],
  ] as const) {
    const report = { introductionId: waiting.id, side, text: `Of quills, by the ${side}` };
    done(await introductionReportStore(table).save(reportOf(report, { by: who, at })));
  }
  // A chapter asks the address of before; another's import was cut short.
  const chapter = { chapterId: 'jetaa-alaska', language: 'en', importId: 'import-1' } as const;
  const imported = { name: planted.name, email: planted.second, placements: [] };
  const invited = inviteAlum(undefined, { ...chapter, tokenHash: 'hash', invitedBy: by, imported }, at);
  done(await alumInvitationStore(table, messageWrites).save([invited]));
  const people = [imported, { name: 'Somebody Else', email: 'else@people.example', placements: [] }];
  const begun = beginImport({ ...chapter, id: 'import-1', by, people }, at);
  done(await alumImportStore(table).begin(begun, 300));
  await refreshMatches(matchPorts(table))([
    { kind: 'person', personId },
    { kind: 'partnership', partnershipId },
  ]);
  return { alumId: alum.alumId, waiting: waiting.id, joined: asked.id };
};

/** As a coordinator they ask somebody else, whose mail says by whom they are asked. */
const askAnother = async (table: Table, by: Person, partnershipId: string) => {
  const other = await siteOn(table).join(askedByThem);
  const alumId = await introductionsOn(table).register(other);
  const { requestIntroduction } = introductionsUseCases({
    ...{ table, newToken, partnerships: openPartnerships(table), cursors: cursorsWith('set-up') },
  });
  done(await requestIntroduction(by, { partnershipId, alumId, note: 'Come with us.' }, callAt(inDays(-6))));
};

const anotherApplicant = async (
  applications: ReturnType<typeof applicationsOn>,
  owner: () => Promise<Person>,
  staff: Person,
): Promise<{ id: string; partnershipId: string }> => {
  const { id } = await applications.found(await owner(), 'Sister Cities of Dayton');
  const partnershipId = await applications.claim(await owner(), id);
  await applications.verify(staff, { id, partnershipId });
  return { id, partnershipId };
};

type Exporting = { readonly roundId: string; readonly personId: string; readonly applicationId: string };

/** A file that was asked for as staff; its key names whose it is. */
const exported = async (table: Table, { roundId, personId, applicationId }: Exporting): Promise<string> => {
  const id = randomUUID();
  const act = { by: personId, at: inDays(-1) };
  const job = askFor({ id: randomUUID(), kind: 'write-export', roundId, about: id }, act);
  const asked: Export = {
    ...{ id, version: 1, roundId, format: 'csv', language: 'en', applications: 1 },
    ...{ filter: { q: 'quillsearch' }, askedBy: personId, askedAt: act.at.toISOString(), jobId: job.job.id },
  };
  done(
    await exportStore(table, { jobWrites }).ask({
      ...{ asked, applicationIds: [applicationId], events: [] },
      job: { ...job, events: [] },
    }),
  );
  return exportKey(asked);
};
