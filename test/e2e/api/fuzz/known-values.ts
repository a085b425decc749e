import { completeSections } from '../../../support/seeded/complete-sections.ts';
import { assessment } from '../../../support/seeded/reviews.ts';
import { courses, termsOf } from '../../../support/seeded/rounds.ts';
import { madeUpToken } from '../probes/probe.ts';
import type { World } from '../world.ts';
import type { Known } from './arbitrary-body.ts';

const budgetCsv =
  'category,description,quantity,unitCost,requested,match,inKind\r\ntravel,Fares,8,1200,6400,3200,\r\n';

/** Values in range for fields whose rules a JSON schema cannot tell, and ids of things that are there. */
export const knownValues = ({ sides, openRound, committee, cast }: World): Known => {
  const terms = termsOf(courses.upcoming);
  const { project } = completeSections('Bread and clay');
  return {
    roundId: [openRound.id, committee.id],
    organisationId: [sides.austin.id, sides.tacoma.id],
    partnershipId: [sides.austin.partnershipId, sides.tacoma.partnershipId],
    reviewerId: [cast.reviewer.personId, cast.idle.personId, cast.owner.personId],
    token: [madeUpToken, `${madeUpToken}.${madeUpToken}`],
    opens: [terms.opens, '2027-03-14T02:30', '2031-01-01T00:00'],
    closes: [terms.closes, '2027-11-07T01:30', '1999-01-01T00:00'],
    startsAt: [terms.closes, '2027-03-14T02:30'],
    answerBy: ['2999-01-01T17:00', '2027-03-14T02:30', '1999-01-01T00:00'],
    reviewDue: [terms.reviewDue, '2030-12-31T23:59'],
    until: [terms.closes, '2020-01-01T00:00'],
    email: ['reader@people.example', ' Reader@People.Example '],
    // Weights that sum, ids that differ, an award within the envelope.
    rubric: [terms.rubric],
    ranking: [terms.ranking],
    extraQuestions: [terms.extraQuestions, []],
    themes: [terms.themes, terms.themes.slice(0, 1)],
    envelopeCents: [terms.envelopeCents],
    maximumAwardCents: [terms.maximumAwardCents, 1],
    csv: [budgetCsv, `${budgetCsv}gala,Lanterns,1,1,1,0,0\r\n`],
    zone: ['America/New_York', 'Asia/Tokyo', 'UTC'],
    ein: ['12-3456789', '123456789'],
    usName: ['Newtown', 'St. Mary’s'],
    jpName: ['Ōta', 'Shinmachi'],
    jpNameJa: ['新町'],
    reason: ['A former colleague', '予算の合計が合いません'],
    receivedOn: [termsOf(courses.open).opens.slice(0, 10), '2027-01-14', '1999-01-01'],
    signedOn: ['2027-01-10', '1999-01-01'],
    textDigest: ['0'.repeat(64)],
    agreed: [true],
    publicQuestion: ['May two cities apply together?'],
    text: ['Yes, they may.', 'はい。'],
    // Keys of what is kept by criterion.
    keys: Object.keys(assessment.scores),
    data: [project, { ...project, title: '大分' }, { summary: 'Only this' }],
  };
};
