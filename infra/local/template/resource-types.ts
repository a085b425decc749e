import type { JsonObject } from './json.ts';

/** Where the engines of this machine are, as far as a template's values name them. */
export type Places = {
  readonly publicOrigin: string;
  readonly issuer: string;
  readonly queues: string;
};

export type Named = { readonly logicalId: string; readonly properties: JsonObject; readonly places: Places };
/** What `Ref` and `Fn::GetAtt` say of a resource here. */
type Physical = { readonly ref: string; readonly attributes?: Readonly<Record<string, string>> };

export const region = 'us-east-1';
export const account = '000000000000';
const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
const given = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
const host = (address: string) => address.replace(/^https?:\/\//, '');

/** The resources the local platform runs. */
const running: Readonly<Record<string, (named: Named) => Physical>> = {
  'AWS::DynamoDB::Table': ({ logicalId, properties }) => {
    const name = given(properties.TableName, logicalId);
    const Arn = arn('dynamodb', `table/${name}`);
    return { ref: name, attributes: { Arn, StreamArn: `${Arn}/stream/local` } };
  },
  'AWS::SQS::Queue': ({ logicalId, properties, places }) => {
    const name = given(properties.QueueName, logicalId);
    const url = `${places.queues}/${account}/${name}`;
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::S3::Bucket': ({ logicalId, properties }) => {
    const name = given(properties.BucketName, logicalId.toLowerCase().slice(0, 63));
    const domain = `${name}.s3.${region}.amazonaws.com`;
    const attributes = { Arn: `arn:aws:s3:::${name}`, DomainName: domain, RegionalDomainName: domain };
    return { ref: name, attributes };
  },
  'AWS::Lambda::Function': ({ logicalId }) => ({
    ref: logicalId,
    attributes: { Arn: arn('lambda', `function:${logicalId}`) },
  }),
  'AWS::Cognito::UserPool': ({ logicalId, places }) => ({
    ref: `${region}_${logicalId}`,
    attributes: {
      Arn: arn('cognito-idp', `userpool/${region}_${logicalId}`),
      ProviderURL: places.issuer,
      ProviderName: host(places.issuer),
      UserPoolId: `${region}_${logicalId}`,
    },
  }),
  'AWS::Cognito::UserPoolClient': ({ logicalId }) => ({
    ref: logicalId.toLowerCase(),
    attributes: { ClientId: logicalId.toLowerCase() },
  }),
  'AWS::Cognito::UserPoolDomain': ({ logicalId, properties }) => ({
    ref: given(properties.Domain, logicalId),
  }),
  'AWS::CloudFront::Distribution': ({ logicalId, places }) => ({
    ref: logicalId,
    attributes: { DomainName: host(places.publicOrigin), Id: logicalId },
  }),
  'AWS::ApiGatewayV2::Api': ({ logicalId }) => ({
    ref: logicalId,
    attributes: { ApiEndpoint: `https://${logicalId}.execute-api.${region}.amazonaws.com`, ApiId: logicalId },
  }),
  'AWS::SecretsManager::Secret': ({ logicalId }) => ({ ref: arn('secretsmanager', `secret:${logicalId}`) }),
};

/** Resources that run nothing here: permissions, logs, alarms, and parts read together with the resource they belong to. */
const passive =
  /^(AWS::(IAM|Logs|CloudWatch|KMS|SNS|WAFv2|Route53|CertificateManager|SES|Budgets|Athena|Glue|XRay|GuardDuty|Backup|ResourceGroups|ServiceCatalogAppRegistry|SSM|ApiGatewayV2|CloudFront|CDK)::|AWS::Lambda::(Permission|EventSourceMapping|LayerVersion|Alias|Version|EventInvokeConfig)$|AWS::S3::BucketPolicy$|AWS::SQS::QueuePolicy$|AWS::Events::Rule$|AWS::Scheduler::|AWS::Cognito::|AWS::SecretsManager::|Custom::|AWS::CloudFormation::CustomResource$)/;

export const isKnownType = (type: string) => type in running || passive.test(type);

/** What stands in for a resource's `Ref` and attributes; a passive one gets its own name, which nothing here reads. */
export const physical = (type: string, named: Named): Physical =>
  running[type]?.(named) ?? { ref: named.logicalId, attributes: {} };

/** The attribute's value, or for a resource that runs nothing here a name in the shape of one. */
export const attributeOf = (type: string, attribute: string, named: Named): string | undefined => {
  const known = physical(type, named).attributes?.[attribute];
  if (known !== undefined || type in running) return known;
  return attribute.endsWith('Arn')
    ? arn('local', `${named.logicalId}/${attribute}`)
    : `${named.logicalId}.${attribute}`;
};
