import { expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/ranking.ts';
import { exportPart, exportReviews } from '../../../shared/ranking/export-reviews.ts';
import { exportScores } from '../../../shared/ranking/export-scores.ts';
import { scoreRound } from '../../../shared/ranking/score-round.ts';
import { viewSensitivity } from '../../../shared/ranking/view-sensitivity.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import {
  anApplication,
  anAssessment,
  aSubmittedFile,
  inReview,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const low = anAssessment({ scores: { outcomes: 1, people: 1, budget: 1 } });
const ports = reviewPorts({
  applications: [anApplication({ status: 'in-review' })],
  files: [aSubmittedFile(), aSubmittedFile({ reviewerId: 'reviewer-2' }, low)],
});
const people = new Map([
  ['sub-staff', staff],
  ['sub-reviewer', reviewer()],
]);
const ask = apiCall(
  createHandler(
    {
      scoreRound: scoreRound(ports),
      viewSensitivity: viewSensitivity(ports),
      exportScores: exportScores(ports),
      exportReviews: exportReviews(ports),
      exportPart: exportPart(ports),
      personOf: async (subject) => people.get(subject),
      originSecret,
    },
    () => {},
  ),
);
const get = async (path: string, as: string) =>
  ask('GET', `/api/v1/staff/rounds/round-1/${path}`, { as, at: inReview });

test.each([
  ['scores', { ranked: [{ id: 'a1', rank: 1, tied: false, band: 'fund', mean: 2.55 }], kept: 0 }],
  [
    'sensitivity',
    { awards: 1, applications: [{ id: 'a1', reviews: 2, rankInterval: [1, 1] }], unranked: [], draws: 1000 },
  ],
  [
    'scores/rows',
    {
      rows: [
        { reviewer: 'Name of reviewer-1', criterion: 'outcomes', score: 4, mean: '2.55' },
        {},
        {},
        {},
        {},
        {},
      ],
      weights: [
        { criterion: 'outcomes', weight: 50, direction: 'higher' },
        { criterion: 'people', weight: 30 },
        { criterion: 'budget', weight: 20 },
      ],
    },
  ],
  [
    'reviews',
    {
      items: [
        {
          rank: 1,
          givenBack: [],
          reviews: [{ no: 1, revisions: [], criteria: [{ id: 'outcomes', weight: 50 }, {}, {}] }, {}],
        },
      ],
    },
  ],
])('staff read %s as the contract names it; a reviewer finds nothing', async (path, holds) => {
  expect(await get(path, 'sub-staff')).toMatchObject({ status: 200, json: holds });
  expect(await get(path, 'sub-reviewer')).toMatchObject({ status: 404 });
});
