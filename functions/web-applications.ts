import { handle } from 'hono/aws-lambda';
import { createApp } from '../web/app.tsx';
import { applicationAreas } from '../web/application-areas.ts';
import { applicantUseCases } from './container/applicant-use-cases.ts';
import { withFiles } from './container/site-files.ts';
import { createContainer } from './container/web.ts';

const { ports, useCases } = createContainer(process.env, withFiles(applicantUseCases));

export const handler = handle(createApp(ports, applicationAreas(useCases)));
