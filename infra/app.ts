import { addStacks, newApp } from './stacks/shimai.ts';
import type { StageProps } from './stacks/stage.ts';

const app = newApp({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out' });

/** What was said on the command line: `--context name=value`. */
const said = (name: string): string | undefined => app.node.tryGetContext(name);
const needed = (name: string): string => {
  const value = said(name);
  if (!value) throw new Error(`A production stage needs --context ${name}=…`);
  return value;
};

const common = {
  build: said('build') ?? '.build',
  certificateArn: said('certificateArn'),
  alarmMail: said('alarmMail'),
};

const stages = {
  // A first deployment cannot know the name CloudFront gives it: docs/operations.md, "The public address".
  dev: (): StageProps => ({
    ...common,
    stage: 'dev',
    publicOrigin: said('publicOrigin') ?? 'https://shimai.invalid',
    mailFrom: said('mailFrom') ?? 'shimai@shimai.invalid',
  }),
  prod: (): StageProps => ({
    ...common,
    stage: 'prod',
    publicOrigin: needed('publicOrigin'),
    mailFrom: needed('mailFrom'),
    certificateArn: needed('certificateArn'),
    alarmMail: needed('alarmMail'),
  }),
};

const stage = said('stage') ?? 'dev';
if (stage !== 'dev' && stage !== 'prod') throw new Error(`There is no stage "${stage}": say dev or prod`);
addStacks(app, stages[stage]());
app.synth();
