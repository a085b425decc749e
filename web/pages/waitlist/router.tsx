import { Hono } from 'hono';
import type { Waitlist } from '../../../shared/awards/view-waitlist.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { WaitlistPage } from './waitlist-page.tsx';

export type WaitlistUseCases = { viewWaitlist: UseCase<{ roundId: string }, Waitlist, Failure> };

/** A round's waitlist, to look at: whoever moves up is proposed and certified on the page of their decision. */
export const waitlistPages = ({ viewWaitlist }: WaitlistUseCases) =>
  new Hono<Site>().get('/staff/rounds/:id/waitlist', async (c) => {
    const view = viewOf(c);
    const seen = await viewWaitlist(view.actor, { roundId: c.req.param('id') }, view.call);
    return seen.ok ? render(c, <WaitlistPage view={view} waitlist={seen.value} />) : c.notFound();
  });
