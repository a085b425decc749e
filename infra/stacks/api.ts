import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { contracts } from '../../shared/contracts.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { cognitoIssuer, personAuthorizer } from '../constructs/cognito-issuer.ts';
import { addContractRoutes } from '../constructs/contract-routes.ts';
import { apiFunctions, areas, type FunctionSpec, pageFolders, pageFunctions } from '../functions.ts';
import type { DataStack } from './data.ts';
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

// Object.entries() widens to string; the keys are those of the constant.
const entriesOf = <Of extends object>(of: Of) => Object.entries(of) as [keyof Of, Of[keyof Of]][];

/** A folder of pages, with the language in front and without. */
const pathsOf = (folder: string) =>
  ['', '/en', '/ja'].flatMap((language) => [`${language}${folder}`, `${language}${folder}/{page+}`]);

/** The gateway: a route per endpoint of the contracts, the folders of pages, all else to the pages in none of them. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly functions: readonly BundledFunction[];

  constructor(scope: Construct, { stage, data }: ApiStackProps) {
    super(scope, 'api', stackProps(stage, 'api', 'The gateway, the API by area, and the pages'));
    const { signIn, table, files } = data;
    const issuer = signIn.userPool.userPoolProviderUrl;
    const clientId = signIn.client.userPoolClientId;
    const values = {
      TABLE_NAME: table.table.tableName,
      ORIGIN_SECRET: data.originSecret.reference,
      SEAL_KEY: data.sealKey.reference,
      PUBLIC_ORIGIN: stage.publicOrigin,
      FILES_BUCKET: files.bucketName,
      OIDC_ISSUER: cognitoIssuer(issuer),
      OIDC_CLIENT_ID: clientId,
      OIDC_LOGOUT_URL: signIn.logoutUrl,
    };
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
    const byArea = areas.map((area) => {
      const handler = add(apiFunctions[area]);
      addContractRoutes({ api: this.api, area, contract: contracts[area], handler, authorizer });
      return handler;
    });
    const web = add(pageFunctions.web);
    const pages = new HttpRoute(this, 'Pages', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      // Scoped to its route: what is not scoped covers method and path, and this route has neither.
      integration: new HttpLambdaIntegration('web', web),
      authorizer: new HttpNoneAuthorizer(),
    });
    const inFolders = entriesOf(pageFolders).map(([name, folders]) => {
      const handler = add(pageFunctions[name]);
      const integration = new HttpLambdaIntegration(pageFunctions[name].name, handler, {
        scopePermissionToRoute: false,
      });
      const routes = folders.flatMap(pathsOf).flatMap((path) =>
        this.api.addRoutes({
          path,
          methods: [HttpMethod.ANY],
          integration,
          authorizer: new HttpNoneAuthorizer(),
        }),
      );
      return { handler, routes };
    });
    for (const route of [pages, ...inFolders.flatMap(({ routes }) => routes)])
      acknowledge(route, { APIG4: 'A visitor of the pages carries a session cookie, which the pages check' });
    this.functions = [...byArea, web, ...inFolders.map(({ handler }) => handler)];
  }
}
