import { expect } from 'vitest';
import { receiptNumber } from '../../../shared/applications/application.ts';
import { applicationIdOf } from '../../../shared/reviews/review.ts';
import { partNames } from './closed-round.ts';
import { queueOf, written } from './reviewing.ts';
import { pathsOf, pressAndWait, type Stage } from './stage-people.ts';

/** 4. The ranking says who is to be funded and who is level, how it stands up, and goes along as files. */
export const readScores = async ({ office, site, roundId, applications, t }: Stage): Promise<void> => {
  await office.open(`/staff/rounds/${roundId}/scores`);
  const scores = await office.text();
  expect(scores).toContain(t('ranking.band.fund'));
  expect(scores).toContain(t('ranking.tied.note', { count: 2 }));
  const level = office.page.locator('main tbody tr', { hasText: `${t('ranking.tie')} · ` });
  expect(await level.count()).toBe(2);
  const files = await pathsOf(office, 'main a[href*="/scores/export/"]');
  expect(files.map((path) => path.split('/').at(-1))).toEqual([
    'ranking.csv',
    'scores.csv',
    'weights.csv',
    'reviews-1.csv',
    'reviews-1.json',
  ]);
  for (const path of files) {
    const file = await office.page.request.get(`${site.platform.origin}/en${path}`);
    expect(file.status()).toBe(200);
    const text = await file.text();
    for (const part of path.endsWith('weights.csv') ? [] : partNames) {
      expect(text).toContain(receiptNumber(applications[part].id));
      if (path.includes('/reviews-')) expect(text).toContain(written.note(part));
    }
    for (const criterion of path.endsWith('ranking.csv') ? [] : ['outcomes', 'feasibility'])
      expect(text).toContain(criterion);
  }
  await office.press('main a[href$="/scores/sensitivity"]');
  expect(await office.text()).toContain(t('ranking.sensitivity.beside'));
};

/** 5. One leads, another speaks, the lead takes notes, one scores anew, and the agenda says who leaves the room. */
export const discuss = async (stage: Stage): Promise<void> => {
  const { office, judges, reviewers, roundId, applications, t } = stage;
  const [first, second] = judges;
  await office.open(`/staff/rounds/${roundId}/discussion`);
  await office.fill({ early: 'yes' });
  await pressAndWait(stage, office, 'main button[value=open]');

  const [led] = await queueOf(second);
  if (!led) throw new Error('The second reviewer has no review');
  const applicationId = applicationIdOf(led);
  await office.open(`/staff/applications/${applicationId}/discussion`);
  await office.fill({ reviewerId: reviewers[1].personId });
  await office.press('main button[value=lead]');
  expect(await office.text()).toContain(t('discussions.leads'));
  await office.open(`/staff/rounds/${roundId}/discussion`);
  await office.press('main button[value=leads]');

  const seats = await Promise.all(judges.map(async (judge) => ({ judge, queue: await queueOf(judge) })));
  const sharing = seats.find(
    ({ judge, queue }) => judge !== second && queue.some((id) => applicationIdOf(id) === applicationId),
  );
  const own = sharing?.queue.find((id) => applicationIdOf(id) === applicationId);
  if (!sharing || !own) throw new Error('Nobody shares an application with the second reviewer');
  await sharing.judge.open(`/reviews/${own}`);
  await sharing.judge.press('main a[href$="/discussion"]');
  await sharing.judge.fill({ text: 'Who pays for the second year?' });
  await sharing.judge.press('main button[value=post]');
  await second.open(`/reviews/${led}/discussion`);
  expect(await second.text()).toContain('Who pays for the second year?');
  await second.press('main a[href$="/notes"]');
  await second.fill({ text: 'The guild pays for the second year.' });
  await second.press();
  await office.open(`/staff/applications/${applicationId}/discussion`);
  expect(await office.text()).toContain('The guild pays for the second year.');

  const again = seats
    .flatMap(({ judge, queue }) => queue.map((id) => ({ judge, id })))
    .find(({ id }) => applicationIdOf(id) === applications.rival.id);
  if (!again) throw new Error('Nobody has reviewed the rival');
  await again.judge.open(`/reviews/${again.id}/discussion`);
  await again.judge.press('main a[href$="/rescore"]');
  const reason = 'The budget was explained in the discussion.';
  await again.judge.fill({ 'scores.feasibility': '3', reason });
  await again.judge.press();
  await office.open(`/staff/applications/${applications.rival.id}/discussion`);
  expect(await office.text()).toContain(reason);

  await office.open(`/staff/rounds/${roundId}/agenda`);
  await office.fill({ applicationIds: partNames.map((part) => applications[part].id) });
  await office.press();
  const item = office.page.locator('main tbody tr', { hasText: applications.best.title });
  expect(await item.innerText()).toContain(reviewers[0].email);
  const [mine] = await queueOf(first);
  await first.open(`/reviews/${mine}/agenda`);
  expect(await first.text()).toContain(t('discussions.mine.interest'));
};
