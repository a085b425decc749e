/** A sign-in on one device. Kept under the hash of its token; ends for good after fourteen days. */
export type Session = {
  readonly personId: string;
  /** `hashToken('session', token)`. */
  readonly tokenHash: string;
  readonly expiresAt: Date;
};

const lifeDays = 14;

/** When a session that begins now ends, used or not. */
export const sessionEnd = (now: Date): Date => new Date(now.getTime() + lifeDays * 86_400_000);

/** Open until, and not at, its last instant. */
export const isOpen = ({ expiresAt }: Session, now: Date): boolean => now < expiresAt;
