import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Failure } from '../../../../shared/failures.ts';
import { idSchema } from '../../../../shared/kernel/ids.ts';
import { lineSchema } from '../../../../shared/kernel/text.ts';
import { isTaking } from '../../../../shared/programs/round.ts';
import { mostOf } from '../../../components/form/most.ts';
import { render, seeOther } from '../../../respond.tsx';
import { type Site, viewOf } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';
import type { ApplicationUseCases } from '../use-cases.ts';
import { MyPage } from './my-page.tsx';
import { StartPage } from './start-page.tsx';

type UseCases = Pick<
  ApplicationUseCases,
  'listMyApplications' | 'listMyOrganisations' | 'listOpenRounds' | 'startApplication'
>;

/** The organisation and its partnership are one choice of the form: two ids with a space between. */
const startSchema = z.object({
  roundId: z.string().min(1, 'required').pipe(idSchema),
  for: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64} [A-Za-z0-9-]{1,64}$/, 'required')
    .transform((text) => {
      const [organisationId = '', partnershipId = ''] = text.split(' ');
      return { organisationId, partnershipId };
    }),
  title: lineSchema(120).pipe(z.string().min(1, 'required')),
  /** The sealed answers of a check made before; empty without one. */
  checked: z.string().max(2000).default(''),
  /** Whether to go on to what carries over from an earlier application. */
  copy: z.literal('yes').optional(),
});

const refusalOf = (error: z.ZodError): Failure => ({
  kind: 'invalid-input',
  fields: error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.message === 'required' ? 'required' : issue.code,
    ...mostOf(issue),
  })),
});

/** What is due, and the start of an application. */
export const myPages = (useCases: UseCases) => {
  const startPage = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const { actor, call, typed } = view;
    const [rounds, organisations, applications] = await Promise.all([
      useCases.listOpenRounds(actor, {}, call),
      useCases.listMyOrganisations(actor, {}, call),
      useCases.listMyApplications(actor, {}, call),
    ]);
    const open = rounds.ok ? rounds.value.items : [];
    return render(
      c,
      <StartPage
        view={view}
        rounds={open.filter(({ phase }) => isTaking(phase))}
        organisations={organisations.ok ? organisations.value.items : []}
        applications={applications.ok ? applications.value.items : []}
        chosen={{
          round: c.req.query('round'),
          partnership: c.req.query('partnership'),
          checked: typed.text('checked') || c.req.query('checked'),
        }}
        typed={failure || view.returned ? typed : undefined}
        failure={failure}
      />,
      failure,
    );
  };

  return new Hono<Site>()
    .get('/my', async (c) => {
      const view = viewOf(c);
      const { actor, call } = view;
      const [applications, organisations] = await Promise.all([
        useCases.listMyApplications(actor, {}, call),
        useCases.listMyOrganisations(actor, {}, call),
      ]);
      if (!applications.ok || !organisations.ok) return c.notFound();
      return render(
        c,
        <MyPage
          view={view}
          applications={applications.value.items}
          organisations={organisations.value.items}
        />,
      );
    })
    .get('/applications/new', (c) => startPage(c))
    .post('/applications/new', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const read = startSchema.safeParse(typed.record);
      if (!read.success) return startPage(c, refusalOf(read.error));
      const { for: of, checked, copy, ...rest } = read.data;
      const input = { ...rest, ...of, ...(checked && { checked }) };
      const started = await useCases.startApplication(actor, input, call);
      return started.ok
        ? seeOther(c, pathOf(started.value.id, copy ? 'copy' : ''))
        : startPage(c, started.failure);
    });
};
