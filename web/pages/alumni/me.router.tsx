import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { CheckPage } from './check-page.tsx';
import { ConsentsPage } from './consents-page.tsx';
import { HomePage } from './home-page.tsx';
import { MePage } from './me-page.tsx';
import { OfferPage } from './offer-page.tsx';
import { saidIn, writtenPlaces } from './said.ts';
import { saveStep } from './save-step.ts';
import { ServedPage } from './served-page.tsx';
import { overviewPath, pathAfter, pathOf, type Step, steps } from './steps.ts';
import type { OwnAlumUseCases } from './use-cases.ts';

const pages = { served: ServedPage, home: HomePage, offer: OfferPage, consents: ConsentsPage } as const;

/** `/alumni/me`: one's own registration, page by page. */
export const ownAlumPages = (useCases: OwnAlumUseCases) => {
  const open = async (c: Context<Site>) => {
    const view = viewOf(c);
    const own = await useCases.viewAlum(view.actor, {}, view.call);
    return own.ok ? { view, own: own.value, said: saidIn(own.value) } : undefined;
  };
  const save = saveStep(useCases);
  const site = new Hono<Site>();

  const stepPage = async (c: Context<Site>, step: Step, failure?: Failure) => {
    const opened = await open(c);
    if (!opened) return c.notFound();
    const Page = pages[step];
    return render(c, <Page {...opened} failure={failure} />, failure);
  };
  for (const step of steps)
    site
      .get(pathOf(step), (c) => stepPage(c, step))
      .post(pathOf(step), async (c) => {
        const opened = await open(c);
        if (!opened) return c.notFound();
        const done = await save(step, opened.view, opened.own, opened.said);
        return done.ok ? seeOther(c, pathAfter(step, opened.own)) : stepPage(c, step, done.failure);
      });

  const checkPage = async (c: Context<Site>, failure?: Failure) => {
    const opened = await open(c);
    if (!opened) return c.notFound();
    // Registered already, as by a second click.
    if (opened.own.alum) return seeOther(c, overviewPath);
    return render(c, <CheckPage {...opened} failure={failure} />, failure);
  };

  return site
    .get(overviewPath, async (c) => {
      const opened = await open(c);
      if (!opened) return c.notFound();
      return render(c, <MePage {...opened} saved={c.req.query('saved')} />);
    })
    .get(pathOf('check'), (c) => checkPage(c))
    .post(pathOf('check'), async (c) => {
      const opened = await open(c);
      if (!opened) return c.notFound();
      const { view, said } = opened;
      const profileVersion = Number(view.typed.text('version')) || 0;
      const { offer, choices } = said;
      const input = { ...writtenPlaces(said), offer, choices, profileVersion };
      const done = await useCases.registerAlum(view.actor, input, view.call);
      return done.ok ? seeOther(c, `${overviewPath}?saved=registered`) : checkPage(c, done.failure);
    });
};
