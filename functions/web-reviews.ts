import { handle } from 'hono/aws-lambda';
import { createApp } from '../web/app.tsx';
import { reviewAreas } from '../web/review-areas.ts';
import { reviewerUseCases } from './container/reviewer-use-cases.ts';
import { withFiles } from './container/site-files.ts';
import { createContainer } from './container/web.ts';

const { ports, useCases } = createContainer(process.env, withFiles(reviewerUseCases));

export const handler = handle(createApp(ports, reviewAreas(useCases)));
