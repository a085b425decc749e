import { handle } from 'hono/aws-lambda';
import { alumniAreas } from '../web/alumni-areas.ts';
import { createApp } from '../web/app.tsx';
import { alumniUseCases } from './container/alumni-use-cases.ts';
import { createContainer } from './container/web.ts';

const { ports, useCases } = createContainer(process.env, alumniUseCases);

export const handler = handle(createApp(ports, alumniAreas(useCases)));
