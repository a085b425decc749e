import { Hono } from 'hono';
import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { ApplicationFrame } from '../applications/application-frame.tsx';
import { askedIn } from './asked.ts';
import { ComparisonPart } from './comparison.tsx';
import type { CompareUseCases } from './use-cases.ts';

type Applicant = CompareUseCases & {
  readonly viewApplication: UseCase<{ applicationId: string }, ApplicationView, Failure>;
};

/** For the applicant's own people, beside the history that names the versions. */
export const comparePages = ({ compareVersions, viewApplication }: Applicant) =>
  new Hono<Site>().get('/applications/:id/history/compare', async (c) => {
    const view = viewOf(c);
    const { actor, call } = view;
    const [seen, compared] = await Promise.all([
      viewApplication(actor, { applicationId: c.req.param('id') }, call),
      compareVersions(actor, askedIn(c), call),
    ]);
    if (!seen.ok || !compared.ok) return c.notFound();
    const title = view.t('sent.compare.title');
    return render(
      c,
      <ApplicationFrame view={view} seen={seen.value} title={title}>
        <h2>{title}</h2>
        <ComparisonPart view={view} seen={compared.value} />
      </ApplicationFrame>,
    );
  });
