import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { FunctionSpec } from '../functions.ts';
import { environmentOf, type VariableValues } from './function-environment.ts';

type BundledFunctionProps = {
  readonly spec: FunctionSpec;
  /** The folder that holds `functions/<name>/index.mjs`. */
  readonly build: string;
  /** What this stack can say; the function gets those its environment names. */
  readonly values: VariableValues;
};

/**
 * A function of the catalogue, from the bundle the build made. It writes to its own log group and may do nothing else
 * until it is granted: no managed policy.
 */
export class BundledFunction extends LambdaFunction {
  readonly spec: FunctionSpec;
  override readonly role: Role;

  constructor(scope: Construct, id: string, { spec, build, values }: BundledFunctionProps) {
    const bundle = join(build, 'functions', spec.name);
    if (!existsSync(join(bundle, 'index.mjs')))
      throw new Error(`No bundle in ${bundle}: run npm run build first`);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      description: spec.entry,
      code: Code.fromAsset(bundle),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: spec.memoryMb,
      timeout: Duration.seconds(spec.timeoutSeconds),
      environment: environmentOf(spec.environment, values),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
    });
    this.spec = spec;
    this.role = role;
  }
}
