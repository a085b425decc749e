import { type Copy, localCopies } from './local-copy.ts';
import { offerCopy } from './offer-copy.ts';

const copyMilliseconds = 250;
const pauseMilliseconds = 1200;
const retryMilliseconds = 10_000;

const fieldsOf = (form: HTMLFormElement): Copy['fields'] =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );

const versionIn = (fields: Copy['fields']) => Number(fields.find(([name]) => name === 'version')?.[1] ?? 0);

const same = (a: Copy['fields'], b: Copy['fields']) => {
  const written = (fields: Copy['fields']) =>
    JSON.stringify(fields.filter(([name]) => name !== '_key' && name !== 'version'));
  return written(a) === written(b);
};

/**
 * Saves `<form data-autosave>` to the page's own address a moment after one stops writing, and keeps a copy on this
 * device until the server has it. It never stands in the way of the form's own buttons.
 */
const watch = (form: HTMLFormElement): void => {
  const words = form.dataset;
  const status = form.querySelector('[data-autosave-status]');
  const copies = localCopies(words.person ?? '', location.pathname.replace(/^\/(en|ja)(?=\/)/, ''));
  let saved = fieldsOf(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let copying: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let stopped = false;

  const say = (text: string | undefined) => {
    if (status && status.textContent !== text) status.textContent = text ?? '';
  };
  const sayTime = (template: string | undefined, at: string) => {
    const time = new Date(at).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
    say(template?.replace('[time]', time));
  };
  const plan = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), after);
  };

  const answered = async (response: Response, sent: Copy['fields']) => {
    if (response.ok) {
      const { savedAt, version } = await response.json();
      saved = sent;
      const held = form.elements.namedItem('version');
      if (held instanceof HTMLInputElement && version !== undefined) held.value = String(version);
      if (same(sent, fieldsOf(form))) await copies.remove();
      return sayTime(words.saved, savedAt);
    }
    if (response.status === 401) return say(words.signedOut);
    if (response.status === 409 || response.status === 412) {
      // Saving on by itself would overwrite the other's words: from here on the person decides.
      stopped = true;
      return say(words.stale);
    }
    if (response.status >= 500) throw new Error(String(response.status));
    return say(words.refused);
  };

  const save = async (): Promise<void> => {
    const fields = fieldsOf(form);
    if (stopped || same(fields, saved)) return;
    if (sending) return plan(pauseMilliseconds);
    sending = true;
    await copies.keep(fields);
    try {
      const response = await fetch(form.getAttribute('action') ?? location.href, {
        method: 'POST',
        headers: { 'x-autosave': '1' },
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      });
      await answered(response, fields);
    } catch {
      say(words.offline);
      plan(retryMilliseconds);
    } finally {
      sending = false;
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(copying);
    copying = setTimeout(() => void copies.keep(fieldsOf(form)), copyMilliseconds);
    plan(pauseMilliseconds);
  });
  form.addEventListener('submit', () => {
    // What the button sends supersedes what is under way.
    clearTimeout(timer);
    clearTimeout(copying);
    stopped = true;
    void copies.keep(fieldsOf(form), true);
  });
  addEventListener('online', () => plan(0));
  void copies.find().then((copy) => {
    const arrived = copy?.sent && versionIn(copy.fields) < versionIn(saved);
    if (!copy || arrived || same(copy.fields, saved)) return void copies.remove();
    offerCopy(
      form,
      copy,
      () => plan(0),
      () => void copies.remove(),
    );
  });
};

export const keepSaved = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form);
};
