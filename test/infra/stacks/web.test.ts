import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { originSecretHeader } from '../../../functions/middleware/origin-secret.ts';
import * as web from '../../../infra/stacks/web.ts';
import { development, production, synthesized } from '../stage-fixture.ts';

const dev = synthesized(development).templates.web;
const prod = synthesized(production).templates.web;

test('never caches a page or an answer, and passes on whatever a visitor may send', () => {
  expect(() =>
    dev.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: {
          // Amazon's own: CachingDisabled and AllViewerExceptHostHeader.
          CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
          OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
          AllowedMethods: Match.arrayWith(['GET', 'PUT', 'POST', 'DELETE']),
          ViewerProtocolPolicy: 'redirect-to-https',
        },
      },
    }),
  ).not.toThrow();
});

test('proves itself to the gateway by a secret no template holds', () => {
  expect(web.originSecretHeader).toBe(originSecretHeader);
  const headers = JSON.stringify(dev.findResources('AWS::CloudFront::Distribution'));
  expect(headers).toMatch(
    /"HeaderName":"x-shimai-origin","HeaderValue":\{"Fn::Join":\["",\["\{\{resolve:secretsmanager:/,
  );
});

test('serves static files from a bucket only it may read', () => {
  expect(() =>
    dev.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 's3:GetObject',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
          }),
        ]),
      },
    }),
  ).not.toThrow();
  dev.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
});

test('answers in production under its own name, with TLS 1.2 or later', () => {
  expect(() =>
    prod.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['shimai.example'],
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
      },
    }),
  ).not.toThrow();
});
