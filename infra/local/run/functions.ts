import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { credentials } from '../credentials.ts';
import { type RunningFunction, runFunction } from '../lambda/function-runner.ts';
import { logFile } from '../lambda/log-file.ts';
import { StartError } from '../start-error.ts';
import { region } from '../template/resource-types.ts';
import type { Resources } from '../template/resources.ts';

const functionShape = z.object({
  Handler: z.string(),
  Runtime: z.string(),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
  Code: z.looseObject({ S3Key: z.string().optional() }),
});

/** Where the SDK's clients find each engine. */
export type Endpoints = {
  readonly dynamodb: string;
  readonly s3: string;
  readonly sqs: string;
  readonly ses: string;
  readonly identity: string;
};

const platformVariables = (name: string, memoryMb: number, endpoints: Endpoints) => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  AWS_ENDPOINT_URL_SESV2: endpoints.ses,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.identity,
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  NODE_ENV: 'production',
});

/** The functions by what other resources call them: the last part of their ARN, which is their logical id. */
export type Functions = {
  readonly find: (arnOrName: string) => RunningFunction;
  readonly end: () => Promise<void>;
};

/** Every Node function of the template, each from the very files that are deployed. None starts before it is called. */
export const runFunctions = (resources: Resources, endpoints: Endpoints, logFolder: string): Functions => {
  const running = new Map<string, RunningFunction>();
  for (const { logicalId, properties } of resources.ofType('AWS::Lambda::Function', functionShape)) {
    const { Handler, Runtime, MemorySize, Timeout, Environment, Code } = properties;
    // The library's own functions, which only a deployment calls, run Python.
    if (!Runtime.startsWith('nodejs')) continue;
    const [module = '', handlerName = ''] = Handler.split('.');
    const folder = resources.asset(Code.S3Key ?? '') ?? '';
    const bundle = ['mjs', 'js', 'cjs'].map((ending) => join(folder, `${module}.${ending}`)).find(existsSync);
    if (!bundle)
      throw new StartError(`The bundle of ${logicalId} is missing: remove .build and start again.`);
    const settings = {
      name: logicalId,
      bundle,
      handlerName,
      memoryMb: MemorySize,
      timeoutSeconds: Timeout,
      environment: { ...platformVariables(logicalId, MemorySize, endpoints), ...Environment?.Variables },
    };
    running.set(logicalId, runFunction(settings, logFile(join(logFolder, `${logicalId}.log`))));
  }
  return {
    find: (arnOrName) => {
      const name = arnOrName.slice(arnOrName.lastIndexOf(':') + 1);
      const found = running.get(name);
      if (!found) throw new StartError(`The template calls a function ${name}, which it does not define.`);
      return found;
    },
    end: async () => {
      await Promise.all([...running.values()].map((one) => one.end()));
    },
  };
};
