import * as z from 'zod';

const behaviour = z.looseObject({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  Compress: z.boolean().default(false),
});

/** An `AWS::CloudFront::Distribution` as far as it decides what reaches whom. */
export const distributionShape = z.object({
  DistributionConfig: z.looseObject({
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour).default([]),
    Origins: z.array(
      z.looseObject({
        Id: z.string(),
        DomainName: z.string(),
        OriginPath: z.string().default(''),
        OriginCustomHeaders: z
          .array(z.object({ HeaderName: z.string(), HeaderValue: z.string() }))
          .default([]),
      }),
    ),
  }),
});

export type Distribution = z.output<typeof distributionShape>;

const matches = (pattern: string, path: string) => {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^/?${source.replace(/^\//, '')}$`).test(path);
};

/** The first behaviour whose pattern fits the path, else the default, with the origin it sends to. */
export const behaviourOf = ({ DistributionConfig: config }: Distribution, path: string) => {
  const chosen =
    config.CacheBehaviors.find(({ PathPattern }) => PathPattern && matches(PathPattern, path)) ??
    config.DefaultCacheBehavior;
  const origin = config.Origins.find(({ Id }) => Id === chosen.TargetOriginId);
  if (!origin) throw new Error(`The distribution has no origin ${chosen.TargetOriginId}`);
  return { behaviour: chosen, origin };
};

const setting = z.looseObject({ Override: z.boolean().default(true) });

/** An `AWS::CloudFront::ResponseHeadersPolicy`, without what only works over TLS. */
export const headersPolicyShape = z.object({
  ResponseHeadersPolicyConfig: z.looseObject({
    SecurityHeadersConfig: z
      .looseObject({
        ContentTypeOptions: setting.optional(),
        FrameOptions: setting.extend({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: setting.extend({ ReferrerPolicy: z.string() }).optional(),
        ContentSecurityPolicy: setting.extend({ ContentSecurityPolicy: z.string() }).optional(),
      })
      .optional(),
    CustomHeadersConfig: z
      .looseObject({ Items: z.array(setting.extend({ Header: z.string(), Value: z.string() })) })
      .optional(),
  }),
});

export type AddedHeader = { readonly name: string; readonly value: string; readonly override: boolean };

/** The headers a policy adds; `override` says whether it beats the origin's own. */
export const headersOfPolicy = ({
  ResponseHeadersPolicyConfig: config,
}: z.output<typeof headersPolicyShape>): AddedHeader[] => {
  const {
    ContentTypeOptions: sniff,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    ContentSecurityPolicy: csp,
  } = config.SecurityHeadersConfig ?? {};
  const named = [
    sniff && { name: 'x-content-type-options', value: 'nosniff', override: sniff.Override },
    frame && { name: 'x-frame-options', value: frame.FrameOption, override: frame.Override },
    referrer && { name: 'referrer-policy', value: referrer.ReferrerPolicy, override: referrer.Override },
    csp && { name: 'content-security-policy', value: csp.ContentSecurityPolicy, override: csp.Override },
  ].filter((one) => one !== undefined);
  const custom = config.CustomHeadersConfig?.Items ?? [];
  return [
    ...named,
    ...custom.map(({ Header, Value, Override }) => ({
      name: Header.toLowerCase(),
      value: Value,
      override: Override,
    })),
  ];
};
