import { secureHeaders } from 'hono/secure-headers';

const originOf = (url: string | undefined) => (url && URL.canParse(url) ? [new URL(url).origin] : []);

type Props = { filesOrigin?: string | undefined; logoutUrl: string };

/**
 * No inline script or style. Forms may lead to the files' bucket, and by way of a redirect to where the identity
 * provider signs out. The referrer stays within the site: a link's token leaves with no click.
 */
export const securityHeaders = ({ filesOrigin, logoutUrl }: Props) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", ...originOf(filesOrigin)],
      formAction: ["'self'", ...originOf(filesOrigin), ...originOf(logoutUrl)],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
  });
