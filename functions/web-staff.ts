import { handle } from 'hono/aws-lambda';
import { createApp } from '../web/app.tsx';
import { staffAreas } from '../web/staff-areas.ts';
import { createContainer } from './container/web.ts';
import { webUseCases } from './container/web-use-cases.ts';

const { ports, useCases } = createContainer(process.env, webUseCases);

export const handler = handle(createApp(ports, staffAreas(useCases)));
