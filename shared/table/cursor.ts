import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** Seals cursors with one key; `scope` binds a cursor to its query and to who asked. */
export type Cursors = {
  seal(scope: string, position: string): string;
  /** The position, or undefined for a cursor that was forged or made for another query or person. */
  open(scope: string, cursor: string): string | undefined;
};

const algorithm = 'aes-256-gcm';

/** AES-256-GCM under a key derived from SEAL_KEY; the nonce is a hash of the content, so equal pages have equal cursors. */
export const cursorsWith = (sealKey: string): Cursors => {
  const key = createHash('sha256').update(`cursor:${sealKey}`).digest();
  return {
    seal(scope, position) {
      const nonce = createHash('sha256').update(`${sealKey}:${scope}:${position}`).digest().subarray(0, 12);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(scope));
      const sealed = Buffer.concat([cipher.update(position, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(scope, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length < 29) return undefined;
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, 12)).setAAD(Buffer.from(scope));
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
};
