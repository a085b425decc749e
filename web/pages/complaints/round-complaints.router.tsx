import { Hono } from 'hono';
import type { HandledComplaint } from '../../../shared/complaints/handle-complaints.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { RoundComplaintsPage } from './round-complaints-page.tsx';

export type RoundComplaintUseCases = {
  readonly listComplaints: UseCase<
    { roundId: string },
    { round: Round; items: readonly HandledComplaint[] },
    Failure
  >;
};

/** A round's complaints, for staff. */
export const roundComplaintPages = ({ listComplaints }: RoundComplaintUseCases) =>
  new Hono<Site>().get('/staff/rounds/:id/complaints', async (c) => {
    const view = viewOf(c);
    const seen = await listComplaints(view.actor, { roundId: c.req.param('id') }, view.call);
    return seen.ok ? render(c, <RoundComplaintsPage view={view} {...seen.value} />) : c.notFound();
  });
