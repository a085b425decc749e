import { Hono } from 'hono';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { ComponentsPage } from './components-page.tsx';

/** Every component on one page, for looking at and for the checks of both schemes. Its form goes nowhere. */
export const componentPages = () =>
  new Hono<Site>().get('/components', (c) => render(c, <ComponentsPage view={viewOf(c)} />));
