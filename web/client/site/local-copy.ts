/** What a form held on this device at an instant. */
export type Copy = {
  readonly at: string;
  readonly fields: readonly (readonly [string, string])[];
  /** Its form was sent by a button; whether it arrived shows at the page's next version. */
  readonly sent: boolean;
};

type Stored = {
  readonly id: string;
  readonly person: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
};

const request = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

const open = async (): Promise<IDBDatabase> => {
  const asked = indexedDB.open('shimai', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('keys');
    asked.result.createObjectStore('copies', { keyPath: 'id' });
  };
  return request(asked);
};

/** One key per account on this device; the browser uses it and never gives it out. */
const keyOf = async (database: IDBDatabase, person: string): Promise<CryptoKey> => {
  const known = await request<CryptoKey | undefined>(
    database.transaction('keys').objectStore('keys').get(person),
  );
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await request(database.transaction('keys', 'readwrite').objectStore('keys').put(made, person));
  return made;
};

/**
 * The copy of one page's form, sealed under the account that wrote it: it outlives a crash and an expired session,
 * opens only to the same account, and dies on signing out. Where the browser has no storage, nothing is kept.
 */
export const localCopies = (person: string, page: string) => {
  const id = `${person} ${page}`;
  const within = async <Value>(
    act: (database: IDBDatabase) => Promise<Value>,
  ): Promise<Value | undefined> => {
    try {
      const database = await open();
      const done = await act(database);
      database.close();
      return done;
    } catch {
      return undefined;
    }
  };
  const copies = (database: IDBDatabase, mode: IDBTransactionMode) =>
    database.transaction('copies', mode).objectStore('copies');
  return {
    keep: (fields: Copy['fields'], sent = false) =>
      within(async (database) => {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const copy: Copy = { at: new Date().toISOString(), fields, sent };
        const plain = new TextEncoder().encode(JSON.stringify(copy));
        const sealed = await crypto.subtle.encrypt(
          { name: 'AES-GCM', iv },
          await keyOf(database, person),
          plain,
        );
        const stored: Stored = { id, person, iv, sealed };
        await request(copies(database, 'readwrite').put(stored));
      }),
    find: () =>
      within(async (database): Promise<Copy | undefined> => {
        const stored = await request<Stored | undefined>(copies(database, 'readonly').get(id));
        if (!stored) return undefined;
        const key = await keyOf(database, person);
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: stored.iv }, key, stored.sealed);
        return JSON.parse(new TextDecoder().decode(plain));
      }),
    remove: () => within((database) => request(copies(database, 'readwrite').delete(id))),
  };
};

/** Signing out leaves nothing of anyone on this device. */
export const forgetCopies = (): void => {
  try {
    indexedDB.deleteDatabase('shimai');
  } catch {
    // Without storage there is nothing to forget.
  }
};
