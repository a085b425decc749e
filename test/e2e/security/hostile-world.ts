import { randomUUID } from 'node:crypto';
import { programsUseCases } from '../../../functions/container/programs-use-cases.ts';
import { sectionIds } from '../../../shared/applications/application.ts';
import { formOf } from '../../../shared/applications/sections/forms.ts';
import type { SectionForm } from '../../../shared/applications/sections/section-form.ts';
import { type Person, publicActor } from '../../../shared/kernel/actor.ts';
import { leadingAsia, type Round } from '../../../shared/programs/round.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import type { Table } from '../../../shared/table/table.ts';
import { applicationsOn } from '../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { completeSections } from '../../support/seeded/complete-sections.ts';
import { reviewsOn } from '../../support/seeded/reviews.ts';
import { courses, termsOf } from '../../support/seeded/rounds.ts';
import { siteOn } from '../../support/site-on-table.ts';

/** What breaks out of an attribute, out of text, out of a script and out of a line of a letter's head. */
export const words = `"'><img src=x onerror=alert(1)></script>{{1}}\r\nBcc: x@evil.example`;
const both = { en: words, ja: words };

type Answers = Readonly<Record<string, unknown>>;
const isFree = (control: string | undefined) => control === 'line' || control === 'prose';
// Digits as Japanese keyboards type them: what is stored as typed has to be read by everyone afterwards.
const wide = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** A section's answers with hostile words in every free text and full-width digits in every day, number and amount. */
const hostile = ({ fields, lists }: SectionForm, answers: Answers): Answers => {
  const row = (columns: SectionForm['fields'], typed: Answers) =>
    Object.fromEntries(
      Object.entries(typed).map(([name, text]) => {
        const { control = '' } = columns[name] ?? {};
        if (name === 'officialName') return [name, text];
        if (isFree(control)) return [name, words];
        return [name, ['date', 'money', 'integer'].includes(control) ? wide(String(text)) : text];
      }),
    );
  return Object.fromEntries(
    Object.entries(answers).map(([name, typed]) =>
      Array.isArray(typed)
        ? [name, typed.map((one) => row(lists[name]?.fields ?? {}, one))]
        : [name, row(fields, { [name]: typed })[name]],
    ),
  );
};

/** A round, an applicant and a committee whose every word tries to be something else. */
export const hostileWorld = async (table: Table) => {
  const site = siteOn(table);
  const programs = programsUseCases({ table, cursors: cursorsWith('set-up') });
  const applications = applicationsOn(table);
  const reviews = reviewsOn(table);
  // A name each, on either side of the stroke, which names are read apart at: who is named alike is kept from what the
  // other has a part in.
  const rename = async (person: Person, who: string) => {
    const name = `${who} ${words.replace('{{1}}', `{{${who}}}`)} ${who}`;
    const form = { act: 'save', version: '1', language: 'en', name };
    await site.ask('/account', { as: person, at: new Date(), form });
    return site.actorOf(person.personId);
  };
  const staff = await rename(await site.join('staff', { kind: 'staff', programId: leadingAsia }), 'Staff');
  const founder = await rename(await site.join('owner'), 'Owner');
  const organisation = await applications.found(founder, words.replaceAll('\r\n', ' '));
  const owner = await site.actorOf(founder.personId);
  const austin = {
    id: organisation.id,
    partnershipId: await applications.claim(owner, organisation.id),
  };
  await applications.verify(staff, austin);

  const terms = termsOf(courses.closed);
  const named = {
    ...terms,
    name: both,
    summary: both,
    rubric: {
      criteria: terms.rubric.criteria.map((one) => ({
        ...one,
        name: both,
        anchors: { low: both, middle: both, high: both },
      })),
    },
    extraQuestions: terms.extraQuestions.map((one) => ({ ...one, label: both })),
  };
  const drafted = done(await programs.createRound(staff, named, callAt(inDays(-70))));
  const publish = { roundId: drafted.id, version: drafted.version };
  const round: Round = done(await programs.publishRound(staff, publish, callAt(inDays(-65))));
  const whileOpen = inDays(courses.closed.closes - 5);

  const applicationId = await applications.start(owner, austin, round.id, whileOpen);
  const sections = completeSections(words);
  for (const sectionId of sectionIds) {
    const data = hostile(formOf(sectionId, round), sections[sectionId]);
    const input = { applicationId, sectionId, version: 0, data };
    done(await applications.act.saveSection(owner, input, callAt(whileOpen)));
  }
  const { act, linkOf, digestOf } = applications;
  const call = () => callAt(whileOpen);
  const confirm = await linkOf(async () =>
    done(await act.requestConfirmation(owner, { applicationId }, call())),
  );
  const sign = await linkOf(async () => done(await act.requestSignOff(owner, { applicationId }, call())));
  const textDigest = await digestOf(applicationId, round);
  const signature = { name: 'Authorised Official', agreed: true, textDigest } as const;
  done(await act.signAsOwner(owner, { applicationId, ...signature }, call()));
  done(await act.submitApplication(owner, { applicationId }, call()));

  const asked = {
    roundId: round.id,
    name: words,
    email: 'a@people.example',
    language: 'en',
    text: words,
  } as const;
  done(await programs.askQuestion(publicActor, asked, call()));
  const waiting = done(await programs.listQuestions(staff, { status: 'asked' }, call()));
  const [question] = waiting.items;
  const answer = { text: words, isPublic: true, publicQuestion: words };
  const answered = { questionId: question?.id ?? '', version: 1, ...answer };
  done(await programs.answerQuestion(staff, answered, call()));

  const { personId } = await rename(await site.join('reviewer'), 'Reviewer');
  const reviewer = await site.grant(personId, { kind: 'reviewer', roundId: round.id });
  const reviewId = await reviews.assign(staff, round.id, applicationId, personId);
  await reviews.clear(reviewer, reviewId);
  const assessment = {
    scores: { outcomes: 4, feasibility: 5 },
    comments: { outcomes: words },
    noteToCommittee: words,
    feedbackToApplicant: words,
  };
  const late = callAt(inDays(-10));
  done(await reviews.act.submitReview(reviewer, { reviewId, version: 1, assessment }, late));
  const proposal = { decision: 'award', amountCents: 100_000, reason: words } as const;
  done(await reviews.decide.proposeDecision(staff, { applicationId, version: 0, ...proposal }, late));
  return {
    ...{ site, staff, owner, reviewer, round, applicationId, reviewId, organisation, confirm, sign },
    partnershipId: austin.partnershipId,
    questionId: question?.id ?? randomUUID(),
  };
};
