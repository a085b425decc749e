import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import {
  type DelegationChoice,
  delegationTermsSchema,
} from '../../../shared/introductions/add-to-delegation.ts';
import {
  type JoinedRole,
  type OutcomeTerms,
  outcomeTermsSchema,
} from '../../../shared/introductions/introduction.ts';
import type { IntroductionEntry } from '../../../shared/introductions/introduction-lists.ts';
import { reportTermsSchema } from '../../../shared/introductions/introduction-report.ts';
import { roleTermsSchema } from '../../../shared/introductions/settle-introduction.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { fail } from '../../../shared/kernel/result.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { readWords } from '../introductions/read-words.ts';
import type { IntroductionUseCases } from '../introductions/use-cases.ts';
import { readForm } from '../partnerships/read-form.ts';
import { WorkspaceIntroductionPage } from './introduction-page.tsx';
import { WorkspacePage } from './workspace-page.tsx';

type OfPartnership = { partnershipId: string; cursor?: string | undefined };
type Of = { introductionId: string };

export type WorkspaceUseCases = IntroductionUseCases & {
  readonly listPartnershipIntroductions: UseCase<
    OfPartnership,
    Page<IntroductionEntry> & { readonly partnership: Partnership },
    Failure
  >;
  readonly listJoinedAlumni: UseCase<OfPartnership, Page<IntroductionEntry>, Failure>;
  readonly joinPartnership: UseCase<Of & { version: number; role: JoinedRole }, unknown, Failure>;
  readonly recordOutcome: UseCase<Of & { version: number } & OutcomeTerms, unknown, Failure>;
  readonly listDelegations: UseCase<Of, { items: readonly DelegationChoice[] }, Failure>;
  readonly addToDelegation: UseCase<Of & { applicationId: string }, unknown, Failure>;
};

const said = { report: 'reported', delegation: 'added' } as const;
const isDone = (word: string | undefined): word is 'saved' | 'reported' | 'added' =>
  word === 'saved' || word === 'reported' || word === 'added';

/** `/workspace/:partnershipId`: a partnership's introductions and who has joined it, for its coordinators. */
export const workspacePages = (useCases: WorkspaceUseCases) => {
  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const { actor, call } = view;
    const partnershipId = c.req.param('partnershipId') ?? '';
    const introductionId = c.req.param('id') ?? '';
    const [seen, drafts] = await Promise.all([
      useCases.viewIntroduction(actor, { introductionId }, call),
      // Nothing but for one that has joined.
      useCases.listDelegations(actor, { introductionId }, call),
    ]);
    // The alum's page of it lies among their own.
    if (!seen.ok || seen.value.side !== 'coordinator' || seen.value.partnership.id !== partnershipId)
      return c.notFound();
    const done = c.req.query('done');
    return render(
      c,
      <WorkspaceIntroductionPage
        view={view}
        sheet={seen.value}
        drafts={drafts.ok ? drafts.value.items : []}
        failure={failure}
        done={!failure && isDone(done) ? done : undefined}
      />,
      failure,
    );
  };

  const act = async (c: Context<Site>) => {
    const { actor, typed, call } = viewOf(c);
    const of = { introductionId: c.req.param('id') ?? '' };
    const step = { ...of, version: Number(typed.text('version')) };
    const name = typed.text('act');
    switch (name) {
      case 'withdraw':
      case 'connect':
      case 'decline':
        return useCases.stepIntroduction(actor, { ...step, action: name }, call);
      case 'join': {
        const read = readForm(roleTermsSchema, typed.record, ['role']);
        return read.ok ? useCases.joinPartnership(actor, { ...step, ...read.value }, call) : read;
      }
      case 'outcome': {
        const read = readForm(outcomeTermsSchema, typed.record, ['kind', 'text']);
        return read.ok ? useCases.recordOutcome(actor, { ...step, ...read.value }, call) : read;
      }
      case 'delegation': {
        const read = readForm(delegationTermsSchema, typed.record, ['applicationId']);
        return read.ok ? useCases.addToDelegation(actor, { ...of, ...read.value }, call) : read;
      }
      case 'report': {
        const read = readWords(reportTermsSchema, typed, { from: 'report', to: 'text' });
        return read.ok ? useCases.reportIntroduction(actor, { ...of, ...read.value }, call) : read;
      }
      default:
        return fail({ kind: 'not-found' });
    }
  };

  return new Hono<Site>()
    .get('/workspace/:partnershipId', async (c) => {
      const view = viewOf(c);
      const { actor, call } = view;
      const partnershipId = c.req.param('partnershipId');
      const [underWay, joined] = await Promise.all([
        useCases.listPartnershipIntroductions(actor, { partnershipId, cursor: c.req.query('cursor') }, call),
        useCases.listJoinedAlumni(actor, { partnershipId, cursor: c.req.query('joined') }, call),
      ]);
      // A cursor of another list, or of another day's key: both begin anew.
      if ([underWay, joined].some((one) => !one.ok && one.failure.kind === 'invalid-input'))
        return seeOther(c, `/workspace/${partnershipId}`);
      if (!underWay.ok || !joined.ok) return c.notFound();
      return render(
        c,
        <WorkspacePage
          view={view}
          partnership={underWay.value.partnership}
          underWay={underWay.value}
          joined={joined.value}
        />,
      );
    })
    .get('/workspace/:partnershipId/introductions/:id', (c) => page(c))
    .post('/workspace/:partnershipId/introductions/:id', async (c) => {
      const done = await act(c);
      if (!done.ok) return page(c, done.failure);
      const name = viewOf(c).typed.text('act');
      const word = name === 'report' || name === 'delegation' ? said[name] : 'saved';
      const { partnershipId, id } = c.req.param();
      return seeOther(c, `/workspace/${partnershipId}/introductions/${id}?done=${word}`);
    });
};
