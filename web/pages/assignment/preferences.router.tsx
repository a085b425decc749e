import { type Context, Hono } from 'hono';
import { statedSchema } from '../../../shared/assignment/preference.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { PreferenceRoundsPage } from './preference-rounds-page.tsx';
import { conflictField, PreferencesPage } from './preferences-page.tsx';
import { wholeNumber } from './read-settings.ts';
import type { PreferenceUseCases } from './use-cases.ts';

/** A reviewer's page about what they would like to review in a round. */
export const preferencePages = (useCases: PreferenceUseCases) => {
  const page = async (c: Context<Site>, roundId: string, failure?: Failure) => {
    const view = viewOf(c);
    const input = { roundId, cursor: c.req.query('cursor') };
    const seen = await useCases.viewPreferences(view.actor, input, view.call);
    if (!seen.ok) return c.notFound();
    return render(c, <PreferencesPage view={view} seen={seen.value} failure={failure} />, failure);
  };

  return new Hono<Site>()
    .get('/reviews/preferences', async (c) => {
      const view = viewOf(c);
      const seen = await useCases.listPreferenceRounds(view.actor, {}, view.call);
      return seen.ok
        ? render(c, <PreferenceRoundsPage view={view} rounds={seen.value.items} />)
        : c.notFound();
    })
    .get('/reviews/rounds/:id/preferences', (c) => page(c, c.req.param('id')))
    .post('/reviews/rounds/:id/preferences', async (c) => {
      const view = viewOf(c);
      const roundId = c.req.param('id');
      const stated = statedOf(view);
      const version = Number(view.typed.text('version')) || 0;
      const done = stated.ok
        ? await useCases.savePreferences(view.actor, { ...stated.value, roundId, version }, view.call)
        : stated;
      return done.ok ? seeOther(c, view.path) : page(c, roundId, done.failure);
    });
};

const statedOf = ({ typed }: View) => {
  const chosen = typed.entries.flatMap(([name, value]) =>
    name.startsWith('choices.') ? [[name.slice('choices.'.length), value] as const] : [],
  );
  const reasonOf = (id: string) => typed.text(conflictField(id));
  const [conflicts, choices] = [chosen.filter(isConflict), chosen.filter((one) => !isConflict(one))];
  // A reason beside another choice is one of two answers, and only the person knows which.
  const torn = choices.filter(([id]) => reasonOf(id).trim() !== '');
  if (torn.length > 0)
    return fail({
      kind: 'invalid-input',
      fields: torn.map(([id]) => ({ path: conflictField(id), code: 'contradicts' })),
    });
  const most = typed.text('most').trim();
  const parsed = statedSchema.safeParse({
    ...(most !== '' && { most: wholeNumber(most) }),
    choices: Object.fromEntries(choices),
    ...(conflicts.length > 0 && {
      conflicts: Object.fromEntries(conflicts.map(([id]) => [id, reasonOf(id)])),
    }),
  });
  if (parsed.success) return { ok: true, value: parsed.data } as const;
  const fields = parsed.error.issues.map((issue) => {
    const path = issue.path.join('.');
    if (issue.path[0] !== 'conflicts') return { path, code: 'invalid' };
    return { path, code: typed.text(path).trim() === '' ? 'required' : 'too_big' };
  });
  return fail({ kind: 'invalid-input', fields });
};

const isConflict = ([, value]: readonly [string, string]) => value === 'conflict';
