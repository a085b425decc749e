import { programsUseCases } from '../../../../functions/container/programs-use-cases.ts';
import { publicActor } from '../../../../shared/kernel/actor.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';
import { courses, termsOf } from '../../../support/seeded/rounds.ts';
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
  ({ openRound, draftRound }) => {
    const act = programsUseCases({ table, cursors: cursorsWith('set-up') });
    const published = always({ params: { roundId: openRound.id } });
    const inDraft = async () => {
      const { id, version } = await draftRound();
      return { params: { roundId: id }, version };
    };
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
