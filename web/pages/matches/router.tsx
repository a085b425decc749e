import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { noteSchema } from '../../../shared/introductions/introduction.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { AlumniList } from '../../../shared/matches/list-alumni-for.ts';
import type { PartnershipsList } from '../../../shared/matches/list-partnerships-for.ts';
import { type SeekingDetails, seekingDetailsSchema } from '../../../shared/matches/seeking.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import type { Typed } from '../../components/form/typed.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { alumniPath, MatchedAlumniPage, seekingPath } from './alumni-page.tsx';
import { OwnPartnershipsPage } from './own-partnerships-page.tsx';
import { SeekingPage } from './seeking-page.tsx';

type Of = { partnershipId: string };
type Page = { cursor?: string | undefined };
export type MatchUseCases = {
  listAlumniFor: UseCase<Of & Page, AlumniList, Failure>;
  setAlumAside: UseCase<Of & { alumId: string; aside: boolean }, unknown, Failure>;
  requestIntroduction: UseCase<Of & { alumId: string; note: string }, unknown, Failure>;
  viewSought: UseCase<Of, SeekingDetails & { partnership: Partnership; version: number }, Failure>;
  saySought: UseCase<Of & SeekingDetails & { version: number }, unknown, Failure>;
  listPartnershipsFor: UseCase<Page, PartnershipsList, Failure>;
};

/** As many as a page shows. */
const mostAtOnce = 20;

type Asked = { readonly asked: number; readonly unasked: number };

/** Asks everyone who is ticked, or says what is missing. Whoever cannot be asked now keeps nobody else from it. */
const ask = async (
  { requestIntroduction }: MatchUseCases,
  { actor, typed, call }: View,
  partnershipId: string,
): Promise<Asked | Failure> => {
  const alumIds = [...new Set(typed.all('ask'))].slice(0, mostAtOnce);
  const note = noteSchema.safeParse(typed.text('note'));
  const fields = [
    ...(alumIds.length === 0 ? [{ path: 'ask', code: 'required' }] : []),
    ...(note.error?.issues ?? []).map(({ code }) => ({
      path: 'note',
      code: typed.text('note').trim() === '' ? 'required' : code,
    })),
  ];
  if (fields.length > 0 || !note.success) return { kind: 'invalid-input', fields };
  const counts = { asked: 0, unasked: 0 };
  for (const alumId of alumIds) {
    const done = await requestIntroduction(actor, { partnershipId, alumId, note: note.data }, call);
    if (!done.ok && done.failure.kind === 'not-found') return done.failure;
    counts[done.ok ? 'asked' : 'unasked'] += 1;
  }
  return counts;
};

const countIn = (text: string | undefined) => Math.min(Number(/^\d{1,2}$/.exec(text ?? '')?.[0] ?? 0), 20);

/** Words parted by commas, Latin or Japanese. */
const wordsIn = (text: string) =>
  text
    .split(/[,、，;；]/)
    .map((one) => one.trim())
    .filter(Boolean);

const readSought = (typed: Typed) => {
  const read = seekingDetailsSchema.safeParse({
    topics: typed.all('topics'),
    fields: typed.all('fields'),
    words: wordsIn(typed.text('words')),
  });
  if (read.success) return { details: read.data };
  const fields = read.error.issues.map((issue) => ({
    // Words share one field: a problem with the third is the field's.
    path: String(issue.path[0]),
    code: issue.code,
    ...(issue.code === 'too_big' && { detail: String(issue.maximum) }),
  }));
  return { failure: { kind: 'invalid-input', fields } as const };
};

/** `/workspace/:partnershipId/alumni` and what it looks for; `/alumni/partnerships` for the alum. */
export const matchPages = (useCases: MatchUseCases, signedIn: MiddlewareHandler<Site>) => {
  const listPage = async (c: Context<Site>, partnershipId: string, failure?: Failure) => {
    const view = viewOf(c);
    const { actor, call } = view;
    const cursor = c.req.query('cursor');
    const listed = await useCases.listAlumniFor(actor, { partnershipId, cursor }, call);
    // A cursor of another page or person begins the list anew.
    if (!listed.ok)
      return listed.failure.kind === 'invalid-input' ? seeOther(c, alumniPath(partnershipId)) : c.notFound();
    const [asked, unasked] = [countIn(c.req.query('asked')), countIn(c.req.query('unasked'))];
    const done = !failure && asked + unasked > 0 ? { asked, unasked } : undefined;
    const page = <MatchedAlumniPage view={view} list={listed.value} done={done} failure={failure} />;
    return render(c, page, failure);
  };

  const soughtPage = async (c: Context<Site>, partnershipId: string, failure?: Failure) => {
    const view = viewOf(c);
    const sought = await useCases.viewSought(view.actor, { partnershipId }, view.call);
    if (!sought.ok) return c.notFound();
    const saved = !failure && c.req.query('saved') === 'yes';
    return render(
      c,
      <SeekingPage view={view} sought={sought.value} saved={saved} failure={failure} />,
      failure,
    );
  };

  return new Hono<Site>()
    .get('/workspace/:id/alumni', signedIn, (c) => listPage(c, c.req.param('id')))
    .post('/workspace/:id/alumni', signedIn, async (c) => {
      const view = viewOf(c);
      const { typed, actor, call } = view;
      const partnershipId = c.req.param('id');
      const moved = typed.id('aside') || typed.id('back');
      if (moved) {
        const aside = typed.has('aside');
        const done = await useCases.setAlumAside(actor, { partnershipId, alumId: moved, aside }, call);
        return done.ok || done.failure.kind !== 'not-found'
          ? seeOther(c, alumniPath(partnershipId))
          : c.notFound();
      }
      const done = await ask(useCases, view, partnershipId);
      if ('asked' in done)
        return seeOther(c, `${alumniPath(partnershipId)}?asked=${done.asked}&unasked=${done.unasked}`);
      return done.kind === 'not-found' ? c.notFound() : listPage(c, partnershipId, done);
    })

    .get('/workspace/:id/seeking', signedIn, (c) => soughtPage(c, c.req.param('id')))
    .post('/workspace/:id/seeking', signedIn, async (c) => {
      const { typed, actor, call } = viewOf(c);
      const partnershipId = c.req.param('id');
      const { details, failure } = readSought(typed);
      if (failure) return soughtPage(c, partnershipId, failure);
      const version = Number(typed.text('version')) || 0;
      const done = await useCases.saySought(actor, { partnershipId, version, ...details }, call);
      if (done.ok) return seeOther(c, `${seekingPath(partnershipId)}?saved=yes`);
      return done.failure.kind === 'not-found' ? c.notFound() : soughtPage(c, partnershipId, done.failure);
    })

    .get('/alumni/partnerships', signedIn, async (c) => {
      const view = viewOf(c);
      const cursor = c.req.query('cursor');
      const listed = await useCases.listPartnershipsFor(view.actor, { cursor }, view.call);
      if (listed.ok) return render(c, <OwnPartnershipsPage view={view} list={listed.value} />);
      return listed.failure.kind === 'invalid-input' ? seeOther(c, '/alumni/partnerships') : c.notFound();
    });
};
