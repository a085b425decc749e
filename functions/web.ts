import { handle } from 'hono/aws-lambda';
import { createApp } from '../web/app.tsx';
import { visitorAreas } from '../web/areas.ts';
import { createContainer } from './container/web.ts';

const { ports, useCases } = createContainer(process.env);

export const handler = handle(createApp(ports, visitorAreas(useCases)));
