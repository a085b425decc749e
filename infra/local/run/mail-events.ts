import type { Email } from 'aws-ses-v2-local/dist/store';
import type { BusEvent } from './event-bus.ts';

/** SES's own simulator has such an address; here every one that begins so comes back. */
const comesBack = /^bounce[+@]/i;

/** What SES says of a letter that could not be delivered; undefined for one that could. */
export const bounceOf = ({ messageId, destination, headers = [], from }: Email): BusEvent | undefined =>
  destination.to.some((address) => comesBack.test(address))
    ? {
        source: 'aws.ses',
        'detail-type': 'Email Bounced',
        detail: {
          eventType: 'Bounce',
          bounce: { bounceType: 'Permanent', bounceSubType: 'General' },
          mail: { messageId, source: from, destination: destination.to, headers },
        },
      }
    : undefined;
