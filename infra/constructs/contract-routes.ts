import {
  type HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from './acknowledge.ts';

/** What the gateway needs to know of an area's contract. */
type Contract = Readonly<
  Record<string, { method: keyof typeof HttpMethod; path: string; access: string; summary: string }>
>;

type ContractRoutesProps = {
  readonly api: HttpApi;
  readonly area: string;
  readonly contract: Contract;
  readonly handler: IFunction;
  /** For every endpoint that is not public. */
  readonly authorizer: IHttpRouteAuthorizer;
};

/** One route per endpoint, to its area's function. */
export const addContractRoutes = ({
  api,
  area,
  contract,
  handler,
  authorizer,
}: ContractRoutesProps): void => {
  // One permission for the API: one per route would make the function's policy outgrow 20 KB at some forty.
  const integration = new HttpLambdaIntegration(area, handler, { scopePermissionToRoute: false });
  for (const { method, path, access, summary } of Object.values(contract)) {
    const isPublic = access === 'public';
    const routes = api.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration,
      authorizer: isPublic ? new HttpNoneAuthorizer() : authorizer,
    });
    if (isPublic)
      for (const route of routes) acknowledge(route, { APIG4: `Public by its contract: ${summary}` });
  }
};
