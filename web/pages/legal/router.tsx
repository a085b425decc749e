import { Hono } from 'hono';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { AccessibilityPage } from './accessibility-page.tsx';
import { PrivacyPage } from './privacy-page.tsx';

export const legalPages = () =>
  new Hono<Site>()
    .get('/privacy', (c) => render(c, <PrivacyPage view={viewOf(c)} />))
    .get('/accessibility', (c) => render(c, <AccessibilityPage view={viewOf(c)} />));
