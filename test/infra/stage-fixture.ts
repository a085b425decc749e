import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { functions } from '../../infra/functions.ts';
import { addStacks, newApp } from '../../infra/stacks/shimai.ts';
import type { StageProps } from '../../infra/stacks/stage.ts';

/** A folder as the build leaves it, with the least that can be packed. */
export const stubBuild = (names = functions.map(({ name }) => name)): string => {
  const build = mkdtempSync(join(tmpdir(), 'shimai-build-'));
  for (const name of names) {
    mkdirSync(join(build, 'functions', name), { recursive: true });
    writeFileSync(join(build, 'functions', name, 'index.mjs'), 'export const handler = () => undefined;\n');
  }
  mkdirSync(join(build, 'assets'));
  writeFileSync(join(build, 'assets', 'site-0.css'), 'body{}\n');
  return build;
};

export const development: Omit<StageProps, 'build'> = {
  stage: 'dev',
  publicOrigin: 'https://dev.shimai.example',
  mailFrom: 'letters@dev.shimai.example',
};

export const production: Omit<StageProps, 'build'> = {
  stage: 'prod',
  publicOrigin: 'https://shimai.example',
  mailFrom: 'letters@shimai.example',
  certificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/one',
  alarmMail: 'operators@shimai.example',
};

/** An app that copies no bundles: templates name them by their hash, and a copy each time would fill the disk. */
export const testApp = () => newApp({ context: { 'aws:cdk:disable-asset-staging': true } });

/** A stage's stacks, synthesized: cdk-nag has judged them by then, and throws at an open finding. */
export const synthesize = (stage: StageProps) => {
  const app = testApp();
  const stacks = addStacks(app, stage);
  const assembly = app.synth();
  const templates = {
    mail: Template.fromStack(stacks.mail),
    data: Template.fromStack(stacks.data),
    api: Template.fromStack(stacks.api),
    pages: Template.fromStack(stacks.pages),
    background: Template.fromStack(stacks.background),
    web: Template.fromStack(stacks.web),
    operations: Template.fromStack(stacks.operations),
  };
  return { assembly, templates };
};

const made = new Map<object, ReturnType<typeof synthesize>>();

/** The same of a stage above, from a stub of a build; once for all tests that run in one process. */
export const synthesized = (stage: typeof development) => {
  const before = made.get(stage) ?? synthesize({ ...stage, build: stubBuild() });
  made.set(stage, before);
  return before;
};

/** A stack of its own, for one construct. */
export const loneStack = (): Stack => new Stack(testApp(), 'lone');

export type Resource = { readonly Type: string; readonly Properties: Record<string, unknown> };

/** A template's resources of one type, by logical id. */
export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  // The library promises no more than a dictionary; every resource has these two.
  template.findResources(type) as Record<string, Resource>;
