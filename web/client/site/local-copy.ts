/** What a form held on this device at an instant. */
export type Copy = {
  readonly id: string;
  readonly at: string;
  readonly fields: readonly (readonly [string, string])[];
};

type Stored = {
  readonly id: string;
  readonly person: string;
  readonly tab: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
};

const shared = 'shimai-shared';
const partingMilliseconds = 700;
/** People whose copies this page must not make again: they signed out, or said that the computer is shared. */
const forgotten = new Set<string>();

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

/** Where the browser has no storage, or says that it is full, nothing is kept and nothing is found. */
const within = async <Value>(act: (database: IDBDatabase) => Promise<Value>): Promise<Value | undefined> => {
  try {
    const database = await open();
    const done = await act(database).finally(() => database.close());
    return done;
  } catch {
    return undefined;
  }
};

const storeOf = (database: IDBDatabase, name: 'keys' | 'copies', mode: IDBTransactionMode = 'readonly') =>
  database.transaction(name, mode).objectStore(name);
const under = (prefix: string) => IDBKeyRange.bound(`${prefix} `, `${prefix} \uffff`);

/** One key per account on this device; the browser uses it and never gives it out. */
const keyOf = async (database: IDBDatabase, person: string): Promise<CryptoKey> => {
  const find = () => request<CryptoKey | undefined>(storeOf(database, 'keys').get(person));
  const known = await find();
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Another tab may have made one meanwhile: the first one stays.
  await request(storeOf(database, 'keys', 'readwrite').add(made, person)).catch(() => undefined);
  return (await find()) ?? made;
};

const opened = async (database: IDBDatabase, { id, person, iv, sealed }: Stored): Promise<Copy[]> => {
  try {
    const key = await keyOf(database, person);
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    return [{ ...JSON.parse(new TextDecoder().decode(plain)), id }];
  } catch {
    return [];
  }
};

/** Whether the person said that nothing is to be kept on this computer. */
export const isShared = (): boolean => {
  try {
    return localStorage.getItem(shared) !== null;
  } catch {
    return false;
  }
};

export const setShared = (is: boolean): void => {
  if (is) localStorage.setItem(shared, '1');
  else localStorage.removeItem(shared);
};

const livingTabs = async () => new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));

/**
 * The copies of one page's form, sealed under the account that wrote them, one for each tab: they outlive a crash and
 * an expired session, open only to the same account, and die on signing out.
 */
export const localCopies = (person: string, page: string) => {
  const tab = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  const id = `${person} ${page} ${tab}`;
  // Held for as long as this page lives, so that another tab does not offer what is being written here.
  void navigator.locks?.request(tab, () => new Promise(() => undefined));
  return {
    id,
    /** Whether this device holds them now. */
    keep: async (fields: Copy['fields']): Promise<boolean> => {
      if (person === '' || forgotten.has(person) || isShared()) return false;
      const kept = await within(async (database) => {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const plain = new TextEncoder().encode(JSON.stringify({ at: new Date().toISOString(), fields }));
        const key = await keyOf(database, person);
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
        const stored: Stored = { id, person, tab, iv, sealed };
        await request(storeOf(database, 'copies', 'readwrite').put(stored));
        return true;
      });
      return kept ?? false;
    },
    /** What tabs that are no more have left, the latest first. */
    find: async (): Promise<readonly Copy[]> => {
      const found = await within(async (database) => {
        const all = await request<Stored[]>(storeOf(database, 'copies').getAll(under(`${person} ${page}`)));
        let living = await livingTabs();
        if (all.some((one) => living.has(one.tab))) {
          // The page that was here a moment ago may still be going.
          await new Promise((resolve) => setTimeout(resolve, partingMilliseconds));
          living = await livingTabs();
        }
        const left = all.filter((one) => !living.has(one.tab));
        return (await Promise.all(left.map((one) => opened(database, one)))).flat();
      });
      return (found ?? []).sort((a, b) => (a.at < b.at ? 1 : -1));
    },
  };
};

export const removeCopy = (id: string) =>
  within((database) => request(storeOf(database, 'copies', 'readwrite').delete(id)));

const tellTabs = (): BroadcastChannel | undefined =>
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('shimai');

const forget = (person: string) => {
  forgotten.add(person);
  return within(async (database) => {
    await request(storeOf(database, 'copies', 'readwrite').delete(under(person)));
    await request(storeOf(database, 'keys', 'readwrite').delete(person));
  });
};

/** Leaves nothing of this account on this device, whatever other tabs of it are still open. */
export const forgetCopies = async (person: string): Promise<void> => {
  tellTabs()?.postMessage(person);
  await forget(person);
};

/** Keeps copies again after `forgetCopies`. */
export const remember = (person: string): void => {
  forgotten.delete(person);
};

export const heedOtherTabs = (): void => {
  tellTabs()?.addEventListener('message', ({ data }) => void forget(String(data)));
};
