import { handle } from 'hono/aws-lambda';
import { createApp } from '../web/app.tsx';
import { visitorAreas } from '../web/areas.ts';
import { visitorUseCases } from './container/visitor-use-cases.ts';
import { createContainer } from './container/web.ts';

const { ports, useCases } = createContainer(process.env, visitorUseCases);

export const handler = handle(createApp(ports, visitorAreas(useCases)));
