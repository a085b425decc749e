import type { Person } from '../../../shared/kernel/actor.ts';
import { localOf } from '../../../shared/kernel/zoned-time.ts';
import type { Stage } from './stage.ts';

type Given = {
  readonly roundId: string;
  readonly applicationId: string;
  readonly staff: Person;
  readonly lead: Person;
  readonly other: Person;
};

/** The discussion of one application whose reviews are in: opened early, a few posts, the meeting's notes and its date. */
export const discussion = async (stage: Stage, { roundId, applicationId, staff, lead, other }: Given) => {
  const { all, act, at, rounds } = stage;
  await act(all.moveDiscussion, staff, { roundId, action: 'open' as const, early: true, version: 0 }, -4);
  await act(all.nameLead, staff, { applicationId, reviewerId: lead.personId, version: 0 }, -4);
  const say = (person: Person, text: string, replyTo?: number) =>
    act(all.addPost, person, { applicationId, text, replyTo }, -3);
  await say(
    lead,
    'Demonstration: the hosts are named for every day, and the match is in the budget. My doubt is what stays once the delegation is home.',
  );
  await say(
    other,
    'Demonstration: the two schools have already met twice online. I read that as the part that stays.',
    1,
  );
  await say(
    staff,
    'Demonstration: the office in Japan has confirmed the plan as it stands. Its answer is with the application.',
  );
  const text =
    'Demonstration: agreed that the partners are ready. Open: who keeps the exchange of classes going after the visit.';
  await act(all.saveNotes, staff, { applicationId, text, keep: true, version: 0 }, -2);
  const round = await rounds.find(roundId);
  if (!round) throw new Error('The demo round in review is not there');
  const startsAt = `${localOf(at(14), round.zone).slice(0, 11)}10:00`;
  const seen = await act(all.viewAgenda, staff, { roundId }, -2);
  const applicationIds = seen.choices.map(({ id }) => id);
  await act(
    all.setAgenda,
    staff,
    { roundId, startsAt, minutes: 15, applicationIds, awayIds: [], version: 0 },
    -2,
  );
};
