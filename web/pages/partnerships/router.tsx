import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import type { OwnOrganisation } from '../../../shared/partnerships/list-my-organisations.ts';
import type { DirectoryPage } from '../../../shared/partnerships/list-partnerships.ts';
import { directoryQuerySchema } from '../../../shared/partnerships/partnerships.api.ts';
import { type Proposal, proposalSchema } from '../../../shared/partnerships/proposal.ts';
import type { Snapshot } from '../../../shared/partnerships/view-partnership.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { ClaimPage } from './claim-page.tsx';
import { DirectoryPageView } from './directory-page.tsx';
import { NewPartnershipPage } from './new-partnership-page.tsx';
import { readForm, wholeNumber } from './read-form.ts';
import { SnapshotPage } from './snapshot-page.tsx';

type Pair = { partnershipId: string; organisationId: string };
export type PartnershipUseCases = {
  listPartnerships: UseCase<z.output<typeof directoryQuerySchema>, DirectoryPage, Failure>;
  viewPartnership: UseCase<{ partnershipId: string }, Snapshot, Failure>;
  claimPartnership: UseCase<Pair, unknown, Failure>;
  proposePartnership: UseCase<Proposal, { partnership: { id: string } }, Failure>;
  listMyOrganisations: UseCase<unknown, { items: readonly OwnOrganisation[] }, Failure>;
};

const filters = ['state', 'prefecture', 'text', 'cursor'];
const claimSchema = z.object({ organisationId: idSchema });

/** The directory, a partnership's page, claiming one, adding one. */
export const partnershipPages = (useCases: PartnershipUseCases, signedIn: MiddlewareHandler<Site>) => {
  /** The organisations the person may act for: a viewer of one may not. */
  const actingFor = async (c: Context<Site>) => {
    const { actor, call } = viewOf(c);
    const own = await useCases.listMyOrganisations(actor, {}, call);
    return own.ok ? own.value.items.filter(({ as }) => as !== 'viewer') : [];
  };

  const claimPage = async (c: Context<Site>, partnershipId: string, failure?: Failure) => {
    const view = viewOf(c);
    const [seen, organisations] = await Promise.all([
      useCases.viewPartnership(view.actor, { partnershipId }, view.call),
      actingFor(c),
    ]);
    if (!seen.ok) return c.notFound();
    const { partnership } = seen.value;
    return render(c, <ClaimPage {...{ view, partnership, organisations, failure }} />, failure);
  };

  const newPage = async (c: Context<Site>, failure?: Failure) =>
    render(
      c,
      <NewPartnershipPage view={viewOf(c)} organisations={await actingFor(c)} failure={failure} />,
      failure,
    );

  return new Hono<Site>()
    .get('/partnerships', async (c) => {
      const view = viewOf(c);
      const asked = c.req.query();
      const read = readForm(directoryQuerySchema, asked, filters);
      const found = read.ok ? await useCases.listPartnerships(view.actor, read.value, view.call) : read;
      const failure = found.ok ? undefined : found.failure;
      return render(
        c,
        <DirectoryPageView view={view} found={found.ok ? found.value : undefined} {...{ asked, failure }} />,
        failure,
      );
    })

    .get('/partnerships/new', signedIn, (c) => newPage(c))
    .post('/partnerships/new', signedIn, async (c) => {
      const { actor, typed, call } = viewOf(c);
      const names = Object.keys(proposalSchema.shape);
      const read = readForm(proposalSchema, typed.record, names, { establishedYear: wholeNumber });
      const done = read.ok ? await useCases.proposePartnership(actor, read.value, call) : read;
      return done.ok ? seeOther(c, `/partnerships/${done.value.partnership.id}`) : newPage(c, done.failure);
    })

    .get('/partnerships/:id', async (c) => {
      const view = viewOf(c);
      const seen = await useCases.viewPartnership(
        view.actor,
        { partnershipId: c.req.param('id') },
        view.call,
      );
      return seen.ok ? render(c, <SnapshotPage view={view} snapshot={seen.value} />) : c.notFound();
    })

    .get('/partnerships/:id/claim', signedIn, (c) => claimPage(c, c.req.param('id')))
    .post('/partnerships/:id/claim', signedIn, async (c) => {
      const { actor, typed, call } = viewOf(c);
      const partnershipId = c.req.param('id');
      const read = readForm(claimSchema, typed.record, ['organisationId']);
      const done = read.ok
        ? await useCases.claimPartnership(actor, { partnershipId, ...read.value }, call)
        : read;
      return done.ok
        ? seeOther(c, `/partnerships/${partnershipId}`)
        : claimPage(c, partnershipId, done.failure);
    });
};
