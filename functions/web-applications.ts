import { handle } from 'hono/aws-lambda';
import { createApp } from '../web/app.tsx';
import { applicationAreas } from '../web/application-areas.ts';
import { applicantUseCases } from './container/applicant-use-cases.ts';
import { createContainer } from './container/web.ts';

const { ports, useCases } = createContainer(process.env, applicantUseCases);

export const handler = handle(createApp(ports, applicationAreas(useCases)));
