import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { distributionShape, headersOfPolicy, headersPolicyShape } from '../gateway/distribution.ts';
import { startFrontDoor } from '../gateway/front-door.ts';
import { type ApiTarget, httpApi } from '../gateway/http-api.ts';
import { jwtAuthorizer } from '../gateway/jwt-authorizer.ts';
import type { StaticFiles } from '../gateway/static-files.ts';
import { StartError } from '../start-error.ts';
import { region } from '../template/resource-types.ts';
import type { Resources } from '../template/resources.ts';
import type { Functions } from './functions.ts';

const apiShape = z.object({ ProtocolType: z.literal('HTTP') });
const routeShape = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().transform((target) => target.replace(/^integrations\//, '')),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
});
const integrationShape = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const authorizerShape = z.object({
  AuthorizerType: z.literal('JWT'),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});
const deploymentShape = z.object({
  SourceObjectKeys: z.array(z.string()),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  SystemMetadata: z.record(z.string(), z.string()).default({}),
});

const readApis = (resources: Resources, functions: Functions, issuer: string, keys: JSONWebKeySet) => {
  const integrations = new Map(
    resources
      .ofType('AWS::ApiGatewayV2::Integration', integrationShape)
      .map(({ logicalId, properties }) => [logicalId, functions.find(properties.IntegrationUri)]),
  );
  const authorizers = new Map(
    resources.ofType('AWS::ApiGatewayV2::Authorizer', authorizerShape).map(({ logicalId, properties }) => {
      const { Issuer, Audience } = properties.JwtConfiguration;
      if (Issuer !== issuer)
        throw new StartError(`The template's ${logicalId} trusts ${Issuer}, which is not its own user pool.`);
      return [logicalId, jwtAuthorizer({ issuer, audience: Audience }, keys)];
    }),
  );
  const routes = resources.ofType('AWS::ApiGatewayV2::Route', routeShape);
  const targetOf = ({
    Target,
    AuthorizationType,
    AuthorizerId = '',
  }: (typeof routes)[number]['properties']): ApiTarget => {
    const handler = integrations.get(Target);
    const authorizer = AuthorizationType === 'JWT' ? authorizers.get(AuthorizerId) : undefined;
    if (!handler) throw new StartError(`The template has a route to ${Target}, which it does not define.`);
    if (AuthorizationType === 'JWT' && !authorizer)
      throw new StartError(`The template has a route behind ${AuthorizerId}, which it does not define.`);
    return { handler, authorizer };
  };
  return new Map(
    resources.ofType('AWS::ApiGatewayV2::Api', apiShape).map(({ logicalId }) => {
      const host = `${logicalId}.execute-api.${region}.amazonaws.com`;
      const own = routes.filter(({ properties }) => properties.ApiId === logicalId);
      return [
        host,
        httpApi(
          host,
          own.map(({ properties }) => ({ key: properties.RouteKey, target: targetOf(properties) })),
        ),
      ];
    }),
  );
};

const readStaticFiles = (resources: Resources) => {
  const buckets = new Map<string, StaticFiles[]>();
  for (const { properties } of resources.ofType('Custom::CDKBucketDeployment', deploymentShape))
    for (const key of properties.SourceObjectKeys) {
      const domain = `${properties.DestinationBucketName}.s3.${region}.amazonaws.com`;
      const files = {
        folder: resources.asset(key) ?? '',
        prefix: properties.DestinationBucketKeyPrefix.replace(/\/$/, ''),
        cacheControl: properties.SystemMetadata['cache-control'],
      };
      buckets.set(domain, [...(buckets.get(domain) ?? []), files]);
    }
  return buckets;
};

type Given = {
  readonly port: number;
  readonly resources: Resources;
  readonly functions: Functions;
  readonly issuer: string;
  readonly keys: JSONWebKeySet;
};

/** Opens the public address with what the template puts behind it. */
export const openFrontDoor = ({ port, resources, functions, issuer, keys }: Given) => {
  const distribution = resources.ofType('AWS::CloudFront::Distribution', distributionShape)[0];
  if (!distribution) throw new StartError('The template has no distribution, so there is no public address.');
  const policies = resources.ofType('AWS::CloudFront::ResponseHeadersPolicy', headersPolicyShape);
  return startFrontDoor({
    port,
    distribution: distribution.properties,
    policies: new Map(policies.map(({ logicalId, properties }) => [logicalId, headersOfPolicy(properties)])),
    origins: { apis: readApis(resources, functions, issuer, keys), buckets: readStaticFiles(resources) },
  });
};
