import type { Round } from '../../../shared/programs/round.ts';
import type { Table } from '../../../shared/table/table.ts';
import { whileOpen } from '../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { papersOn } from '../../support/seeded/papers.ts';
import type { Someone } from '../../support/seeded/people.ts';
import type { World } from '../api/world.ts';

/** Words of the two others that apply for Austin's partnership, each in one place of theirs. */
export const twinWords = {
  'twin title': 'Bryony title of the other one',
  'twin text': 'Teasel summary of the other one',
  'paper title': 'Burdock title of the paper',
  'paper text': 'Celandine summary of the paper',
  'paper applicant': 'Knapweed Society of the paper',
} as const;

type Where = {
  readonly table: Table;
  readonly world: World;
  readonly round: Round;
  /** The other applicant's owner. */
  readonly rival: Someone;
  /** A member of staff who types the paper, and so neither reviews it nor decides on it. */
  readonly scribe: Someone;
};

/**
 * Beside Austin's, two more for the same partnership in the same round: one that another organisation has sent, and one
 * that came on paper from a third, which nobody here belongs to. Both are declined, as a round is announced whole.
 */
export const plantTwins = async (where: Where): Promise<void> => {
  for (const id of [await sentByRival(where), await cameOnPaper(where)]) await declined(where, id);
};

const kind = 'sister-city-organisation';

const sentByRival = async ({ world, round, rival }: Where) => {
  const { applications, byStaff, sides, actor } = world;
  const { partnershipId } = sides.austin;
  const { id } = await applications.found(await actor(rival), 'Sedge Society');
  await applications.claim(await actor(rival), id, partnershipId);
  await applications.verify(byStaff, { id, partnershipId });
  const of = { id, partnershipId, title: twinWords['twin title'], summary: twinWords['twin text'] };
  return applications.submit(await actor(rival), of, round, whileOpen('closed'));
};

const cameOnPaper = async ({ table, world, round, scribe }: Where) => {
  const papers = papersOn(table);
  const [by, at] = [await world.actor(scribe), whileOpen('closed')];
  const { organisationId: _, ...terms } = papers.termsOf({ ...world.sides.austin, id: '' }, round, at);
  const applicant = { legalName: twinWords['paper applicant'], kind } as const;
  const title = twinWords['paper title'];
  const entry = { ...terms, title, applicant, roundId: round.id };
  const { id } = done(await papers.act.enterPaper(by, entry, callAt(at)));
  await papers.fillIn(by, id, { title, summary: twinWords['paper text'] });
  return papers.send(by, id, round, at);
};

const declined = async ({ world, round }: Where, applicationId: string) => {
  const { reviews, byStaff, spare, cast, actor } = world;
  await reviews.assign(byStaff, round.id, applicationId, spare.personId);
  const proposal = { decision: 'decline', amountCents: 0, reason: 'Fewer partners' } as const;
  const call = { ...callAt(inDays(-8)), idempotencyKey: `decline ${applicationId}` };
  done(await reviews.decide.proposeDecision(byStaff, { ...proposal, applicationId, version: 0 }, call));
  await reviews.certify(await actor(cast.staff), applicationId);
};
