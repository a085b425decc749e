import { Stack } from 'aws-cdk-lib';
import { HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { type FunctionSpec, foldersWithoutFront, pageFolders, pageFunctions } from '../functions.ts';
import type { ApiStack } from './api.ts';
import type { DataStack } from './data.ts';
import { siteValues } from './site-values.ts';
import { type StageProps, stackProps } from './stage.ts';

type PagesStackProps = { readonly stage: StageProps; readonly data: DataStack; readonly api: ApiStack };

// Object.entries() widens to string; the keys are those of the constant.
const entriesOf = <Of extends object>(of: Of) => Object.entries(of) as [keyof Of, Of[keyof Of]][];

/** A folder of pages, with the language in front and without. */
const pathsOf = (folder: string) =>
  ['', '/en', '/ja'].flatMap((language) => [
    ...(foldersWithoutFront.includes(folder) ? [] : [`${language}${folder}`]),
    `${language}${folder}/{page+}`,
  ]);

/**
 * The functions of the pages with their routes at the gateway: by folder, and all else. A stack of their own, or the gateway's
 * would hold more resources than one may.
 */
export class PagesStack extends Stack {
  readonly functions: readonly BundledFunction[];

  constructor(scope: Construct, { stage, data, api }: PagesStackProps) {
    super(scope, 'pages', stackProps(stage, 'pages', 'The functions of the pages, and their routes'));
    const values = siteValues(stage, data);
    const { api: httpApi } = api;
    const add = (spec: FunctionSpec) => {
      const handler = new BundledFunction(this, spec.name, { spec, build: stage.build, values });
      if (spec.grants.includes('table')) data.table.grantItems(handler);
      if (spec.grants.includes('files')) data.files.grantObjects(handler.role);
      return handler;
    };
    const web = add(pageFunctions.web);
    const pages = new HttpRoute(this, 'Pages', {
      httpApi,
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
      const routes = folders.flatMap(pathsOf).map(
        (path) =>
          new HttpRoute(this, `ANY ${path}`, {
            httpApi,
            routeKey: HttpRouteKey.with(path, HttpMethod.ANY),
            integration,
            authorizer: new HttpNoneAuthorizer(),
          }),
      );
      return { handler, routes };
    });
    for (const route of [pages, ...inFolders.flatMap(({ routes }) => routes)])
      acknowledge(route, { APIG4: 'A visitor of the pages carries a session cookie, which the pages check' });
    this.functions = [web, ...inFolders.map(({ handler }) => handler)];
  }
}
