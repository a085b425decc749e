import { createHash } from 'node:crypto';

/** A new secret for a link or a session: 256 random bits, base64url. A port, because randomness is I/O. */
export type NewToken = () => string;

export type LinkPurpose =
  | 'confirm-exchange'
  | 'sign-off'
  | 'introduction'
  | 'invitation'
  | 'alum-invitation'
  | 'second-address'
  | 'session'
  | 'address'
  | 'conflict'
  | 'cursor'
  | 'kept-form';

/**
 * The only form in which a token is stored: SHA-256 in hex.
 * The purpose is hashed in, so that a link given out for one thing opens nothing else.
 */
export const hashToken = (purpose: LinkPurpose, token: string): string =>
  createHash('sha256').update(`${purpose}:${token}`).digest('hex');
