import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { exportPart } from '../../shared/ranking/export-reviews.ts';
import { exportScores } from '../../shared/ranking/export-scores.ts';
import { scoreRound } from '../../shared/ranking/score-round.ts';
import { viewSensitivity } from '../../shared/ranking/view-sensitivity.ts';
import type { AreaUseCases } from './every-area.ts';
import {
  anApplication,
  anAssessment,
  aRound,
  aSubmittedFile,
  inReview,
  reviewer,
  reviewPorts,
  staff,
} from './reviews-fakes.ts';
import { aPerson, webApp } from './web-app.ts';

export const office = aPerson('staff-1', ...staff.roles);
export const stranger = aPerson('reviewer-1', ...reviewer().roles);
export const level = (id: string, title = 'A shop window') =>
  anApplication({ id, organisationId: `org-${id}`, status: 'in-review', title });
export const file = (applicationId: string, reviewerId: string, points: number, comment = 'Clear aims') =>
  aSubmittedFile(
    { applicationId, reviewerId },
    anAssessment({
      scores: { outcomes: points, people: points, budget: points },
      comments: { outcomes: comment },
      noteToCommittee: 'For the committee',
    }),
  );
export const applications = [level('a', '=HYPERLINK("http://x","y")'), level('b'), level('c'), level('d')];
export const files = [
  ...[file('a', 'r1', 5, '+1 from me\n@home, "quoted"'), file('a', 'r2', 4)],
  ...[file('b', 'r2', 4), file('b', 'r3', 4)],
  ...[file('c', 'r3', 4), file('c', 'r2', 4)],
  file('d', 'r1', 1),
];

export const given = (with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const ports = reviewPorts({ applications, files, round: aRound({ slots: 2 }), ...with_ });
  const staffReviews = {
    scoreRound: scoreRound(ports),
    viewSensitivity: viewSensitivity(ports),
    exportScores: exportScores(ports),
    exportPart: exportPart(ports),
  };
  // Only these pages are asked for.
  const useCases = { staffReviews } as unknown as AreaUseCases;
  return webApp({ people: [office, stranger], useCases, ports: { clock: () => inReview } });
};
export const scores = '/staff/rounds/round-1/scores';
export const page = async (path: string, with_ = {}) =>
  (await given(with_).get(`/en${path}`, { as: office })).text();
export const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });
/** A download as a browser keeps it. */
export const saved = async (name: string, with_ = {}) => {
  const answer = await given(with_).get(`/en${scores}/export/${name}`, { as: office });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
  // Not `.text()`, which drops the byte order mark.
  const unpacked = new Response(answer.body?.pipeThrough(new DecompressionStream('gzip')));
  return Buffer.from(await unpacked.arrayBuffer()).toString('utf8');
};
