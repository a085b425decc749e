import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { UploadedAssets } from '../constructs/uploaded-assets.ts';
import type { ApiStack } from './api.ts';
import type { DataStack } from './data.ts';
import { type StageProps, stackProps } from './stage.ts';

/** The header every function behind the gateway asks for. */
export const originSecretHeader = 'x-shimai-origin';

type WebStackProps = { readonly stage: StageProps; readonly data: DataStack; readonly api: ApiStack };

/** The front door: pages and API from the gateway, uncached; `/assets/*` from a bucket, cached for good. */
export class WebStack extends Stack {
  readonly distribution: Distribution;

  constructor(scope: Construct, { stage, data, api }: WebStackProps) {
    super(scope, 'web', stackProps(stage, 'web', 'The front door: CloudFront and static files'));
    const { publicOrigin, certificateArn } = stage;
    // The library's class misses its own interface under exactOptionalPropertyTypes.
    const assets = new PrivateBucket(this, 'Assets', { keep: false }) as IBucket;
    const responseHeadersPolicy = new ResponseHeadersPolicy(this, 'SecurityHeaders', {
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        // The pages may be stricter than this where an address holds a token.
        referrerPolicy: {
          referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: false,
        },
      },
    });
    const behavior = { responseHeadersPolicy, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS };
    this.distribution = new Distribution(this, 'FrontDoor', {
      comment: `shimai-${stage.stage}`,
      defaultBehavior: {
        ...behavior,
        origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.api.apiEndpoint)), {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          // CloudFront overwrites what a visitor may have sent under this name.
          customHeaders: { [originSecretHeader]: data.originSecret.reference },
          readTimeout: Duration.seconds(30),
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: {
        '/assets/*': {
          ...behavior,
          origin: S3BucketOrigin.withOriginAccessControl(assets),
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          compress: true,
        },
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The cheapest class that answers from Japan.
      priceClass: PriceClass.PRICE_CLASS_200,
      ...(certificateArn && {
        domainNames: [new URL(publicOrigin).host],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    acknowledge(this.distribution, {
      CFR1: 'The public is the whole world, two countries above all',
      CFR2: 'The gateway is throttled and every input parsed; a web ACL is added when abuse is seen',
      CFR3: 'Its log would keep visitors’ addresses; the gateway’s log holds what finding a fault needs',
      ...(!certificateArn && {
        CFR4: 'CloudFront’s own name has its own rule; a stage with people has a certificate',
      }),
    });
    new UploadedAssets(this, 'Upload', { build: stage.build, bucket: assets });
    new CfnOutput(this, 'Address', { value: `https://${this.distribution.distributionDomainName}` });
  }
}
