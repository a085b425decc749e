import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Application,
  type ApplicationAction,
  applicationStatuses,
  applicationSteps,
  visibleStatus,
} from '../../../shared/applications/application.ts';
import {
  applicationEvents,
  decideApplication,
  hasTaken,
  returnApplicationAs,
  stepApplication,
} from '../../../shared/applications/application-steps.ts';
import { anApplication } from '../../support/applications-fakes.ts';

const act = { by: 'someone', at: new Date('2027-01-04T12:00:00.000Z') };
const actions = Object.keys(applicationEvents) as ApplicationAction[]; // The keys of the constant.

const take = (from: Application, action: ApplicationAction) => {
  if (action === 'award' || action === 'waitlist' || action === 'decline')
    return decideApplication(from, { decision: action, amountCents: 100 }, act);
  if (action === 'return')
    return returnApplicationAs(from, { reason: 'Dates', until: '2027-02-01T00:00:00.000Z' }, act);
  return stepApplication(from, action, act);
};

test('whatever is tried, in whatever order, only the table’s steps happen, one version and one event each', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 30 }), (tried) => {
      let now = anApplication();
      for (const action of tried) {
        const allowed = new Map<string, string>(Object.entries(applicationSteps[now.status]));
        const done = take(now, action);
        expect(done.ok).toBe(allowed.has(action));
        if (!done.ok) continue;
        const { application, events } = done.value;
        expect(application.status).toBe(allowed.get(action));
        expect(application.version).toBe(now.version + 1);
        expect(events).toMatchObject([
          { id: `app-1/application/${now.version + 1}`, type: applicationEvents[action], by: 'someone' },
        ]);
        expect(application.returned !== undefined).toBe(application.status === 'returned');
        now = application;
      }
    }),
  );
});

test('every status can be reached from a draft, and the last ones lead nowhere', () => {
  const reached = new Set<string>(['draft']);
  for (const status of applicationStatuses)
    for (const next of Object.values(applicationSteps[status])) reached.add(next);
  expect([...applicationStatuses].filter((status) => !reached.has(status))).toEqual([]);
  for (const status of ['declined', 'accepted', 'declined-by-applicant', 'withdrawn'] as const)
    expect(applicationSteps[status]).toEqual({});
});

test('until the announcement an applicant learns nothing of what the committee prepared', () => {
  for (const status of ['shortlisted', 'awarded', 'waitlisted', 'declined'] as const) {
    expect(visibleStatus(status, false)).toBe('in-review');
    expect(visibleStatus(status, true)).toBe(status);
  }
  expect(visibleStatus('withdrawn', false)).toBe('withdrawn');
});

test('a second click is known by where the first has led', () => {
  expect(hasTaken(anApplication({ status: 'withdrawn' }), 'withdraw')).toBe(true);
  expect(hasTaken(anApplication({ status: 'accepted' }), 'withdraw')).toBe(false);
  // A draft that was never sent has not been reopened.
  expect(hasTaken(anApplication(), 'reopen')).toBe(false);
});
