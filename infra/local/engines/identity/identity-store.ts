import type { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the identity provider remembers, in the platform's file: sign-ins survive a restart. */
export const identityAdapter = (store: DatabaseSync): ((model: string) => Adapter) => {
  store.exec(`CREATE TABLE IF NOT EXISTS identity (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expires_at INTEGER NOT NULL,
    uid TEXT, user_code TEXT, grant_id TEXT, PRIMARY KEY (model, id)) STRICT;
    CREATE INDEX IF NOT EXISTS identity_by_grant ON identity (grant_id)`);
  const now = () => Math.floor(Date.now() / 1000);
  const upsert = store.prepare(
    'INSERT OR REPLACE INTO identity (model, id, payload, expires_at, uid, user_code, grant_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const by = (column: 'id' | 'uid' | 'user_code') =>
    store.prepare(`SELECT payload FROM identity WHERE model = ? AND ${column} = ? AND expires_at > ?`);
  const selects = { id: by('id'), uid: by('uid'), user_code: by('user_code') };
  const remove = store.prepare('DELETE FROM identity WHERE model = ? AND id = ?');
  const removeGrant = store.prepare('DELETE FROM identity WHERE grant_id = ?');
  const forget = store.prepare('DELETE FROM identity WHERE expires_at <= ?');
  const consume = store.prepare(
    "UPDATE identity SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?",
  );

  return (model) => {
    const find = async (column: keyof typeof selects, value: string): Promise<AdapterPayload | undefined> => {
      const payload = selects[column].get(model, value, now())?.payload;
      return typeof payload === 'string' ? JSON.parse(payload) : undefined;
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        forget.run(now());
        const expiresAt = now() + (expiresIn || 86_400);
        const { uid = null, userCode = null, grantId = null } = payload;
        upsert.run(model, id, JSON.stringify(payload), expiresAt, uid, userCode, grantId);
      },
      find: (id) => find('id', id),
      findByUid: (uid) => find('uid', uid),
      findByUserCode: (userCode) => find('user_code', userCode),
      consume: async (id) => {
        consume.run(now(), model, id);
      },
      destroy: async (id) => {
        remove.run(model, id);
      },
      revokeByGrantId: async (grantId) => {
        removeGrant.run(grantId);
      },
    };
  };
};

/** Forgets every sign-in of one person. */
export const forgetAccount = (store: DatabaseSync) => (accountId: string) => {
  store.prepare("DELETE FROM identity WHERE json_extract(payload, '$.accountId') = ?").run(accountId);
};
