import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { PrivateBucket } from '../../../infra/constructs/private-bucket.ts';
import { loneStack, resourcesOf } from '../stage-fixture.ts';

const bucketWith = (keep: boolean) => {
  const stack = loneStack();
  new PrivateBucket(stack, 'Bucket', { keep });
  return Template.fromStack(stack);
};

test('is closed to the public, encrypted, and drops uploads left unfinished', () => {
  const [bucket] = Object.values(resourcesOf(bucketWith(false), 'AWS::S3::Bucket'));
  expect(bucket?.Properties).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    LifecycleConfiguration: { Rules: [{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }] },
  });
});

test('answers over TLS only', () => {
  const policies = JSON.stringify(resourcesOf(bucketWith(false), 'AWS::S3::BucketPolicy'));
  expect(policies).toContain('"Effect":"Deny"');
  expect(policies).toContain('"aws:SecureTransport":"false"');
});

test('keeps overwritten files for 90 days where it must be kept', () => {
  const [bucket] = Object.values(resourcesOf(bucketWith(true), 'AWS::S3::Bucket'));
  expect(bucket?.Properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: {
      Rules: expect.arrayContaining([
        expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 90 } }),
      ]),
    },
  });
});
