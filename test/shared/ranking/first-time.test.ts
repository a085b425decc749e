import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { isFirstTime } from '../../../shared/ranking/first-time.ts';
import { anApplication } from '../../support/reviews-fakes.ts';

const sentAt = (at: string, over: Partial<Application> = {}) => {
  const { submission } = anApplication();
  return anApplication({ ...over, ...(submission && { submission: { ...submission, at } }) });
};
const now = sentAt('2027-01-12T15:00:00.000Z', { id: 'now' });
const elsewhere = { id: 'other', roundId: 'round-0' };

/** What the applicant has, one a page. */
const firstAmong = (...held: readonly Application[]) =>
  isFirstTime({
    applications: {
      ofOrganisation: async (_, position = '0') => {
        const at = Number(position);
        return { items: held.slice(at, at + 1), ...(at + 1 < held.length && { next: String(at + 1) }) };
      },
      many: async (ids) => held.filter(({ id }) => ids.includes(id)),
    },
  })(now);

test.each([
  ['sent nothing else', true, []],
  ['sent another in the same round', true, [sentAt('2027-01-01T00:00:00.000Z', { id: 'same' })]],
  ['sent one elsewhere later', true, [sentAt('2027-01-13T00:00:00.000Z', elsewhere)]],
  ['sent one elsewhere before', false, [sentAt('2026-01-01T00:00:00.000Z', elsewhere)]],
] as const)('whoever has %s: first time %s, on whichever page it stands', async (_, isFirst, held) => {
  expect(await firstAmong(now, ...held)).toBe(isFirst);
  expect(await firstAmong(...held, now)).toBe(isFirst);
});
