import { handle } from 'hono/aws-lambda';
import { createApp } from '../web/app.tsx';
import { staffAreas } from '../web/staff-areas.ts';
import { withFiles } from './container/site-files.ts';
import { staffUseCases } from './container/staff-use-cases.ts';
import { createContainer } from './container/web.ts';

const { ports, useCases } = createContainer(process.env, withFiles(staffUseCases));

export const handler = handle(createApp(ports, staffAreas(useCases)));
