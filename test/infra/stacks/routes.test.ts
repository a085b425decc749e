import { describe, expect, test } from 'vitest';
import {
  apiFunctions,
  areas,
  foldersWithoutFront,
  pageFolders,
  pageFunctions,
} from '../../../infra/functions.ts';
import { contracts } from '../../../shared/contracts.ts';
import { development, resourcesOf, synthesized } from '../stage-fixture.ts';

const { api, pages, data } = synthesized(development).templates;
const every = (type: string) => ({ ...resourcesOf(api, type), ...resourcesOf(pages, type) });
const routes = Object.values(every('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties);
const authorizers = resourcesOf(api, 'AWS::ApiGatewayV2::Authorizer');
const exportsOfData = Object.values(data.findOutputs('*')).map(
  (output) => output as { Value: unknown; Export?: { Name: string } },
);

/** The value behind an import from the data stack. */
const imported = (value: unknown) => {
  const name = (value as { 'Fn::ImportValue'?: string })['Fn::ImportValue'];
  return exportsOfData.find(({ Export }) => Export?.Name === name)?.Value;
};

/** The source file of the function a route leads to: route → integration → function → description. */
const entryOf = (route: Record<string, unknown>) => {
  const integrationId = /"Ref":"([^"]+)"/.exec(JSON.stringify(route.Target))?.[1] ?? '';
  const integration = every('AWS::ApiGatewayV2::Integration')[integrationId];
  const functionId =
    /"Fn::GetAtt":\["([^"]+)"/.exec(JSON.stringify(integration?.Properties.IntegrationUri))?.[1] ?? '';
  return every('AWS::Lambda::Function')[functionId]?.Properties.Description;
};

const endpoints = areas.flatMap((area) =>
  Object.values(contracts[area]).map((endpoint) => ({
    area,
    key: `${endpoint.method} ${endpoint.path}`,
    access: endpoint.access,
  })),
);

const folderKeys = Object.entries(pageFolders).flatMap(([name, folders]) =>
  folders.flatMap((folder) =>
    ['', '/en', '/ja'].flatMap((language) =>
      (foldersWithoutFront.includes(folder) ? ['/{page+}'] : ['', '/{page+}']).map((rest) => ({
        key: `ANY ${language}${folder}${rest}`,
        // Object.entries() widens to string; these are the keys of the constant.
        entry: pageFunctions[name as keyof typeof pageFolders].entry,
      })),
    ),
  ),
);

describe('the gateway', () => {
  test('has one route per endpoint, those of the folders of pages, one for all else, and no other', () => {
    const keys = routes.map(({ RouteKey }) => RouteKey).sort();
    expect(keys).toEqual(
      [...endpoints.map(({ key }) => key), ...folderKeys.map(({ key }) => key), '$default'].sort(),
    );
  });

  test.each(folderKeys)('sends $key to its pages, which know their visitors themselves', ({ key, entry }) => {
    const route = routes.find(({ RouteKey }) => RouteKey === key) ?? {};
    expect(entryOf(route)).toBe(entry);
    expect(route.AuthorizationType).toBe('NONE');
  });

  test.each(endpoints)('sends $key to its area and lets in whom its contract says', ({
    area,
    key,
    access,
  }) => {
    const route = routes.find(({ RouteKey }) => RouteKey === key) ?? {};
    expect(entryOf(route)).toBe(apiFunctions[area].entry);
    expect(route.AuthorizationType).toBe(access === 'public' ? 'NONE' : 'JWT');
    const authorizer = (route.AuthorizerId as { Ref?: string } | undefined)?.Ref ?? '';
    expect(authorizer in authorizers).toBe(access !== 'public');
  });

  test('sends what no endpoint names to the pages, which know their visitors themselves', () => {
    const route = routes.find(({ RouteKey }) => RouteKey === '$default') ?? {};
    expect(entryOf(route)).toBe(pageFunctions.web.entry);
    expect(route.AuthorizationType).toBe('NONE');
  });

  test('believes no issuer but the user pool, and no audience but its client', () => {
    const [pool] = Object.keys(resourcesOf(data, 'AWS::Cognito::UserPool'));
    const [client] = Object.keys(resourcesOf(data, 'AWS::Cognito::UserPoolClient'));
    expect(Object.values(authorizers)).toHaveLength(1);
    for (const { Properties } of Object.values(authorizers)) {
      const jwt = Properties.JwtConfiguration as { Issuer: unknown; Audience: unknown[] };
      expect(imported(jwt.Issuer)).toEqual({ 'Fn::GetAtt': [pool, 'ProviderURL'] });
      expect(jwt.Audience.map(imported)).toEqual([{ Ref: client }]);
    }
  });

  test('logs no address, agent or token of a visitor', () => {
    const [stage] = Object.values(resourcesOf(api, 'AWS::ApiGatewayV2::Stage'));
    const { Format } = stage?.Properties.AccessLogSettings as { Format: string };
    expect(Format).toContain('$context.requestId');
    expect(Format).not.toMatch(/identity|userAgent|claims|path\b/i);
  });
});
