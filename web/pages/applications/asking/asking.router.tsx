import { type Context, Hono } from 'hono';
import type { Failure } from '../../../../shared/failures.ts';
import { render, seeOther } from '../../../respond.tsx';
import { type Site, viewOf } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';
import type { ApplicationUseCases } from '../use-cases.ts';
import { ConfirmationPage } from './confirmation-page.tsx';
import { PaperSignaturePage } from './paper-signature-page.tsx';
import { SignOffPage } from './sign-off-page.tsx';
import { readPaperSignature, readSignature } from './signature.ts';

type UseCases = Pick<
  ApplicationUseCases,
  | 'viewApplication'
  | 'requestSignOff'
  | 'signAsOwner'
  | 'recordSignature'
  | 'requestConfirmation'
  | 'revokeConfirmation'
>;

/** Where others are asked: the authorised official and the Japanese city's office. */
export const askingPages = (useCases: UseCases) => {
  const idOf = (c: Context<Site>) => ({ applicationId: c.req.param('id') ?? '' });

  const signOffPage = async (c: Context<Site>, refused?: { failure: Failure; act: 'ask' | 'sign' }) => {
    const view = viewOf(c);
    const seen = await useCases.viewApplication(view.actor, idOf(c), view.call);
    if (!seen.ok || refused?.failure.kind === 'not-found') return c.notFound();
    if (seen.value.application.paper)
      return render(
        c,
        <PaperSignaturePage view={view} seen={seen.value} failure={refused?.failure} />,
        refused?.failure,
      );
    return render(c, <SignOffPage view={view} seen={seen.value} {...refused} />, refused?.failure);
  };

  const confirmationPage = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const seen = await useCases.viewApplication(view.actor, idOf(c), view.call);
    if (!seen.ok || failure?.kind === 'not-found') return c.notFound();
    return render(c, <ConfirmationPage view={view} seen={seen.value} failure={failure} />, failure);
  };

  const sign = async (c: Context<Site>) => {
    const { actor, call, typed } = viewOf(c);
    const signature = readSignature(typed);
    return signature.ok ? useCases.signAsOwner(actor, { ...idOf(c), ...signature.value }, call) : signature;
  };

  const record = async (c: Context<Site>) => {
    const { actor, call, typed } = viewOf(c);
    const signature = readPaperSignature(typed);
    return signature.ok
      ? useCases.recordSignature(actor, { ...idOf(c), ...signature.value }, call)
      : signature;
  };

  return new Hono<Site>()
    .get('/applications/:id/sign-off', (c) => signOffPage(c))
    .post('/applications/:id/sign-off', async (c) => {
      const { actor, call, typed } = viewOf(c);
      const asked = typed.text('do');
      const act = asked === 'sign' ? 'sign' : 'ask';
      const done =
        asked === 'record'
          ? await record(c)
          : act === 'sign'
            ? await sign(c)
            : await useCases.requestSignOff(actor, idOf(c), call);
      return done.ok
        ? seeOther(c, pathOf(c.req.param('id'), 'sign-off'))
        : signOffPage(c, { failure: done.failure, act });
    })
    .get('/applications/:id/confirmation', (c) => confirmationPage(c))
    .post('/applications/:id/confirmation', async (c) => {
      const { actor, call } = viewOf(c);
      const { typed } = viewOf(c);
      const act = typed.text('do') === 'revoke' ? useCases.revokeConfirmation : useCases.requestConfirmation;
      const done = await act(actor, idOf(c), call);
      return done.ok
        ? seeOther(c, pathOf(c.req.param('id'), 'confirmation'))
        : confirmationPage(c, done.failure);
    });
};
