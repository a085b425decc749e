import { type ListedPartnership, listedPartnership } from '../../../shared/reference/partnerships.ts';
import { type Recipient, recipients } from '../../../shared/reference/recipients.ts';

/** A recipient of 2011 or 2012 with its pair. */
export type FundedPair = { readonly recipient: Recipient; readonly pair: ListedPartnership };

/** The twelve, newest first. */
export const fundedPairs: readonly FundedPair[] = recipients
  .flatMap((recipient) => {
    const pair = listedPartnership(recipient.partnershipId);
    return pair ? [{ recipient, pair }] : [];
  })
  .sort((a, b) => b.recipient.year - a.recipient.year);
