import { cleanText } from '../../../shared/applications/sections/clean-text.ts';
import { offerChoice } from './copies-choice.ts';
import { type Copy, localCopies, removeCopy } from './local-copy.ts';
import { restore, tell } from './offer-copy.ts';
import { showMerged } from './show-merged.ts';

const copyMilliseconds = 250;
const pauseMilliseconds = 1200;
const retryMilliseconds = 10_000;
/** What a browser takes along when a page goes, with something to spare. */
const keptAliveBytes = 60_000;
const sentMark = 'shimai-sent';

type Fields = Copy['fields'];

const fieldsOf = (form: HTMLFormElement): Fields =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );

const ofTheForm = new Set(['_key', 'version', 'base', 'asked']);

/** As the server keeps it: clean, and what is empty is nothing. What was merged stands in another order. */
const same = (a: Fields, b: Fields) => {
  const written = (fields: Fields) =>
    JSON.stringify(
      fields
        .filter(([name]) => !ofTheForm.has(name))
        .map(([name, value]) => [name, cleanText(value).trim()])
        .filter(([, value]) => value !== '')
        .sort(([one = ''], [other = '']) => (one < other ? -1 : Number(one > other))),
    );
  return written(a) === written(b);
};

/** The copy that went with a button's form, once the answer shows that it arrived: then the browser was sent on. */
const forgetArrived = (): void => {
  const [visit] = performance.getEntriesByType('navigation');
  const sent = sessionStorage.getItem(sentMark);
  if (!sent || !(visit instanceof PerformanceNavigationTiming) || visit.redirectCount === 0) return;
  sessionStorage.removeItem(sentMark);
  void removeCopy(sent);
};

/**
 * Saves `<form data-autosave>` to the page's own address a moment after one stops writing, and keeps a copy on this
 * device until the server has it. It never stands in the way of the form's own buttons.
 */
const watch = (form: HTMLFormElement): void => {
  const words = form.dataset;
  const status = form.querySelector('[data-autosave-status]');
  const copies = localCopies(words.person ?? '', location.pathname.replace(/^\/(en|ja)(?=\/)/, ''));
  let saved: Fields = words.unsaved ? [] : fieldsOf(form);
  /** What this device holds. */
  let held: Fields | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let copying: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isFailing = false;
  let isStopped = false;

  const say = (text: string | undefined, ...more: readonly (Node | string)[]) => {
    if (status && status.textContent !== text) status.replaceChildren(text ?? '', ...more);
  };
  const plan = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), after);
  };
  const hold = (name: 'version' | 'base', value: unknown) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && value !== undefined) field.value = String(value);
  };
  const copy = async (): Promise<boolean> => {
    clearTimeout(copying);
    copying = undefined;
    const fields = fieldsOf(form);
    const isKept = await copies.keep(fields);
    held = isKept ? fields : undefined;
    return isKept;
  };

  const arrived = async (response: Response, sent: Fields) => {
    const { savedAt, version, base, merged } = await response.json();
    isFailing = false;
    saved = sent;
    // From what was sent on, the next save is told apart from what others do.
    hold('base', base);
    hold('version', version);
    const shown = merged && showMerged(form, merged.fields, sent);
    if (shown) {
      saved = shown;
      hold('base', merged.base);
      hold('version', merged.version);
    }
    if (merged && !shown)
      tell(form, merged.words, [words.show, () => void save().then(() => location.reload())]);
    else if (merged) tell(form, merged.words);
    if (same(saved, fieldsOf(form))) await removeCopy(copies.id);
    const time = new Date(savedAt).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
    say(words.saved?.replace('[time]', time));
  };

  const signInAgain = () => {
    const link = document.createElement('a');
    link.href = words.signInAt ?? '';
    link.target = '_blank';
    link.textContent = words.signIn ?? '';
    return link;
  };

  const refused = async (response: Response) => {
    isFailing = true;
    if (response.status === 401) return say(words.signedOut, ' ', signInAgain());
    const { kind, fields } = await response.json().catch(() => ({}));
    const [{ path = '' } = {}] = fields ?? [];
    const field = form.elements.namedItem(path);
    const label = field instanceof HTMLElement && form.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    if (label) return say(words.refusedField?.replace('[field]', label.textContent?.trim() ?? ''));
    // Saving on by itself would overwrite the other's words, or nothing: from here on the person decides.
    isStopped = response.status !== 400;
    if (response.status === 412 || kind === 'conflict') return say(words.stale);
    return say(isStopped ? words.closed : words.refused);
  };

  const save = async (): Promise<void> => {
    const fields = fieldsOf(form);
    if (isStopped || same(fields, saved)) return;
    if (isSending) return plan(pauseMilliseconds);
    isSending = true;
    void copy();
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    try {
      const response = await fetch(form.getAttribute('action') ?? location.href, {
        method: 'POST',
        headers: { 'x-autosave': words.person ?? '1' },
        body,
        // The page may be closed at any moment.
        keepalive: String(body).length < keptAliveBytes,
      });
      if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
      await (response.ok ? arrived(response, fields) : refused(response));
    } catch {
      isFailing = true;
      say(words.offline);
      plan(retryMilliseconds);
    } finally {
      isSending = false;
    }
  };

  form.addEventListener('input', () => {
    copying ??= setTimeout(() => void copy(), copyMilliseconds);
    plan(pauseMilliseconds);
  });
  form.addEventListener('submit', () => {
    // What the button sends supersedes what is under way.
    clearTimeout(timer);
    isStopped = true;
    isFailing = false;
    sessionStorage.setItem(sentMark, copies.id);
    void copy();
  });
  const saveNow = () => {
    if (document.hidden || isFailing) void save();
  };
  document.addEventListener('visibilitychange', saveNow);
  addEventListener('pagehide', () => void save());
  addEventListener('focus', saveNow);
  addEventListener('online', () => plan(0));
  addEventListener('beforeunload', (event) => {
    const fields = fieldsOf(form);
    const isLost = (isFailing || !navigator.onLine) && !same(fields, saved) && !(held && same(fields, held));
    if (isLost) event.preventDefault();
  });

  const offerCopies = async (found: readonly Copy[]): Promise<void> => {
    const [left, ...others] = found;
    if (!left) return;
    // What stands here already, saved or kept again, needs no second copy.
    const isHere = same(left.fields, fieldsOf(form)) && (await copy());
    if (isHere || same(left.fields, saved)) {
      await removeCopy(left.id);
      return offerCopies(others);
    }
    const when = new Date(left.at).toLocaleString(document.documentElement.lang, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const putBack = async () => {
      const isMore = restore(form, left);
      await save();
      if (same(fieldsOf(form), saved)) await removeCopy(left.id);
      if (isMore && !isFailing) location.reload();
    };
    return tell(
      form,
      (words.found ?? '').replace('[time]', when),
      [words.restore, () => void putBack()],
      [words.discard, () => void removeCopy(left.id).then(() => offerCopies(others))],
    );
  };

  offerChoice(form);
  if (words.unsaved) plan(0);
  void copies.find().then(offerCopies);
};

export const keepSaved = (): void => {
  forgetArrived();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form);
};
