import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../../cdk.json' with { type: 'json' };
import { ApiStack } from './api.ts';
import { BackgroundStack } from './background.ts';
import { DataStack } from './data.ts';
import { MailStack } from './mail.ts';
import { OperationsStack } from './operations.ts';
import { PagesStack } from './pages.ts';
import type { StageProps } from './stage.ts';
import { WebStack } from './web.ts';

/**
 * The app with cdk.json's context, whoever starts it: the command line passes that file on, a plain `node` does not,
 * and both must make the same templates.
 */
export const newApp = (props: AppProps = {}): App =>
  new App({
    analyticsReporting: false,
    autoSynth: false,
    treeMetadata: false,
    ...props,
    context: { ...cdk.context, ...props.context },
  });

/** A stage's stacks, in the order they are deployed. */
export const addStacks = (app: App, stage: StageProps) => {
  const { publicOrigin } = stage;
  // Origins are compared letter by letter: a slash too many would refuse every form.
  if (!URL.canParse(publicOrigin) || new URL(publicOrigin).origin !== publicOrigin)
    throw new Error(`publicOrigin must be https://host and nothing after it, not "${publicOrigin}"`);
  const mail = new MailStack(app, stage);
  const data = new DataStack(app, stage);
  // Cognito sends through the mail domain, by its name alone.
  data.addStackDependency(mail);
  const api = new ApiStack(app, { stage, data });
  const pages = new PagesStack(app, { stage, data, api });
  const background = new BackgroundStack(app, { stage, data, mail });
  const web = new WebStack(app, { stage, data, api });
  const operations = new OperationsStack(app, { stage, api, pages, background });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { mail, data, api, pages, background, web, operations };
};
