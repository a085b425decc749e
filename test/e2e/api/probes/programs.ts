import { programsUseCases } from '../../../../functions/container/programs-use-cases.ts';
import { publicActor } from '../../../../shared/kernel/actor.ts';
import { localOf } from '../../../../shared/kernel/zoned-time.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { callAt, done, inDays } from '../../../support/seeded/clock.ts';
import { type Course, courses, roundsOn, termsOf } from '../../../support/seeded/rounds.ts';
import { newName, type SeededPlatform } from '../../../support/seeded-platform.ts';
import { always, type Probes } from './probe.ts';

const question = () => ({
  name: 'A reader',
  email: `${newName('reader')}@people.example`,
  language: 'en' as const,
  text: 'May two cities apply together?',
});

export const programsProbes =
  ({ table }: SeededPlatform): Probes<'programs'> =>
  ({ openRound, draftRound, byStaff }) => {
    const act = programsUseCases({ table, cursors: cursorsWith('set-up') });
    const published = always({ params: { roundId: openRound.id } });
    const inDraft = async () => {
      const { id, version } = await draftRound();
      return { params: { roundId: id }, version };
    };
    const reason = { en: 'Storms.', ja: '台風のため。' };
    const inCourse = async (course: Course) => {
      const { id, version } = await roundsOn(table).publish(byStaff, course);
      return { params: { roundId: id }, version };
    };
    const [closes, reviewDue] = [inDays(20), inDays(60)].map((at) => localOf(at, openRound.zone));
    const extension = { closes, reviewDue, reason };
    const asked = async () => {
      const { questionId } = done(await act.askQuestion(publicActor, question(), callAt(new Date())));
      return { params: { questionId }, version: 1 };
    };
    return {
      listOpenRounds: { all: always({}) },
      viewOpenRound: { published, 'in draft': inDraft },
      listRounds: { all: always({}) },
      createRound: { 'a draft': always({ body: termsOf(courses.upcoming) }) },
      viewRound: { published, 'in draft': inDraft },
      editRound: { 'in draft': async () => ({ ...(await inDraft()), body: termsOf(courses.upcoming) }) },
      publishRound: { 'in draft': inDraft },
      viewFormUse: { published },
      extendRound: {
        open: async () => ({ ...(await inCourse(courses.open)), body: extension }),
        'in draft': async () => ({ ...(await inDraft()), body: extension }),
      },
      cancelRound: {
        published: async () => ({ ...(await inCourse(courses.upcoming)), body: { reason } }),
        'in draft': async () => ({ ...(await inDraft()), body: { reason } }),
      },
      duplicateRound: { published },
      checkRoundEligibility: {
        published: always({ params: { roundId: openRound.id }, body: { applicant: 'government' } }),
        'in draft': async () => ({ params: (await inDraft()).params, body: {} }),
      },
      askQuestion: {
        'on a published round': async () => ({ body: { ...question(), roundId: openRound.id } }),
        'on a round in draft': async () => ({ body: { ...question(), roundId: (await draftRound()).id } }),
      },
      listPublicAnswers: { all: always({ query: { roundId: openRound.id } }) },
      listQuestions: { all: always({ query: { status: 'asked' } }) },
      viewQuestion: { any: asked },
      answerQuestion: {
        any: async () => ({ ...(await asked()), body: { text: 'Yes.', isPublic: false } }),
      },
    };
  };
