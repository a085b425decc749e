import { handle } from 'hono/aws-lambda';
import { createApp } from '../web/app.tsx';
import { staffRoundAreas } from '../web/staff-round-areas.ts';
import { staffRoundUseCases } from './container/staff-round-use-cases.ts';
import { createContainer } from './container/web.ts';

const { ports, useCases } = createContainer(process.env, staffRoundUseCases);

export const handler = handle(createApp(ports, staffRoundAreas(useCases)));
