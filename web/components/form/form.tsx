import type { Child } from 'hono/jsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  /** Another address of ours, without its language. Without it the form posts to the page's own address. */
  action?: string | undefined;
  /** The version that was read, for edits: sent back as the hidden field `version`. */
  version?: number | undefined;
  /** What was read, for edits that are merged with others' (`writtenBase`): sent back as the hidden field `base`. */
  base?: string | undefined;
  /** It shows what was typed and refused: which is not what is stored. */
  unsaved?: boolean;
  /** Saves by itself while one writes: the page's POST must answer `x-autosave: 1` with JSON `{ savedAt, version }`. */
  autosave?: boolean;
  /** Sending it ends the account here: the browser forgets its copies first, as when signing out. */
  forgets?: boolean;
  class?: string;
  id?: string;
  /** The id of the heading that names the form. */
  labelledby?: string;
  children: Child;
};

/** A form by POST with its hidden key (and version). Its retry acts once: the key is kept while it is refused. */
export const Form = ({ view, action, version, base, unsaved, autosave, forgets, ...props }: Props) => {
  const { class: name, id, labelledby, children } = props;
  const isUnsaved = unsaved || view.returned;
  // A form that is shown again still says what it was written against.
  const read = (field: string, now: string) => (isUnsaved && view.typed.text(field)) || now;
  const words = autosave && {
    'data-autosave': '1',
    'data-person': view.person?.account.id,
    ...(isUnsaved && { 'data-unsaved': '1' }),
    'data-saved': view.t('site.saved', { time: '[time]' }),
    'data-saving': view.t('site.saving'),
    'data-offline': view.t('site.not-saved'),
    'data-refused': view.t('site.save-refused'),
    'data-stale': view.t('site.save-stale'),
    'data-closed': view.t('writing.save-closed'),
    'data-refused-field': view.t('writing.save-refused-field', { field: '[field]' }),
    'data-signed-out': view.t('site.save-signed-out'),
    'data-sign-in': view.t('writing.sign-in'),
    'data-sign-in-at': view.href('/sign-in?next=/account'),
    'data-show': view.t('writing.show'),
    'data-found': view.t('site.copy-found', { time: '[time]' }),
    'data-restore': view.t('site.copy-restore'),
    'data-discard': view.t('site.copy-discard'),
  };
  return (
    <form
      method="post"
      novalidate
      {...(action && { action: view.href(action) })}
      {...(name && { class: name })}
      {...(id && { id })}
      {...(labelledby && { 'aria-labelledby': labelledby })}
      {...words}
      {...(forgets && { 'data-forgets': '1', 'data-person': view.person?.account.id })}
    >
      <input type="hidden" name="_key" value={view.key} />
      {version !== undefined && (
        <input type="hidden" name="version" value={read('version', String(version))} />
      )}
      {base !== undefined && <input type="hidden" name="base" value={read('base', base)} />}
      {autosave && <p class="saved" role="status" aria-live="polite" data-autosave-status="" />}
      {children}
      {autosave && (
        <p class="small soft gap-2" data-copies="" hidden>
          {view.t('writing.copies')}
          <label class="check">
            <input type="checkbox" data-shared="" />
            <span>{view.t('writing.copies.shared')}</span>
          </label>
        </p>
      )}
    </form>
  );
};
