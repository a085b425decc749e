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
import { apiFunctions, areas, type FunctionSpec, otherFunctions } from '../functions.ts';
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

/** The program office's pages, with the language in front and without. */
const staffPaths = ['', '/en', '/ja'].flatMap((language) => [
  `${language}/staff`,
  `${language}/staff/{page+}`,
]);

/** The gateway: a route per endpoint of the contracts, the program office's pages, all else to the pages. */
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
    const web = add(otherFunctions.web);
    const staff = add(otherFunctions.webStaff);
    const pages = new HttpRoute(this, 'Pages', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      // Scoped to its route: what is not scoped covers method and path, and this route has neither.
      integration: new HttpLambdaIntegration('web', web),
      authorizer: new HttpNoneAuthorizer(),
    });
    const integration = new HttpLambdaIntegration('web-staff', staff, { scopePermissionToRoute: false });
    const staffPages = staffPaths.flatMap((path) =>
      this.api.addRoutes({
        path,
        methods: [HttpMethod.ANY],
        integration,
        authorizer: new HttpNoneAuthorizer(),
      }),
    );
    for (const route of [pages, ...staffPages])
      acknowledge(route, { APIG4: 'A visitor of the pages carries a session cookie, which the pages check' });
    this.functions = [...byArea, web, staff];
  }
}
