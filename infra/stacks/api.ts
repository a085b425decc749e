import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { contracts } from '../../shared/contracts.ts';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { personAuthorizer } from '../constructs/cognito-issuer.ts';
import { addContractRoutes } from '../constructs/contract-routes.ts';
import { apiFunctions, areas, type FunctionSpec } from '../functions.ts';
import type { DataStack } from './data.ts';
import { siteValues } from './site-values.ts';
import { type StageProps, stackProps } from './stage.ts';

type ApiStackProps = { readonly stage: StageProps; readonly data: DataStack };

/** What of a call is kept: enough to find it in a function's log, nothing of who made it. */
const accessLog = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
};

/** The gateway, and a route per endpoint of the contracts. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly functions: readonly BundledFunction[];

  constructor(scope: Construct, { stage, data }: ApiStackProps) {
    super(scope, 'api', stackProps(stage, 'api', 'The gateway, and the API by area'));
    const { signIn, table, files } = data;
    const issuer = signIn.userPool.userPoolProviderUrl;
    const clientId = signIn.client.userPoolClientId;
    const values = siteValues(stage, data);
    const add = (spec: FunctionSpec) => {
      const handler = new BundledFunction(this, spec.name, { spec, build: stage.build, values });
      if (spec.grants.includes('table')) table.grantItems(handler);
      if (spec.grants.includes('files')) files.grantObjects(handler.role);
      return handler;
    };

    this.api = new HttpApi(this, 'Gateway', { apiName: `shimai-${stage.stage}`, createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            retention: RetentionDays.THREE_MONTHS,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    const authorizer = personAuthorizer(issuer, clientId);
    this.functions = areas.map((area) => {
      const handler = add(apiFunctions[area]);
      addContractRoutes({ api: this.api, area, contract: contracts[area], handler, authorizer });
      return handler;
    });
  }
}
