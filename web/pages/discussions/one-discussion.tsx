import type { Context } from 'hono';
import { notesTextSchema, postTextSchema } from '../../../shared/discussions/discussion.ts';
import { type Failure, failures } from '../../../shared/failures.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { DiscussionPage } from './discussion-page.tsx';
import { NotesPage } from './notes-page.tsx';
import type { OneDiscussionUseCases } from './use-cases.ts';

export const versionOf = ({ typed }: View): number => Number(typed.text('version')) || 0;
/** One field that is empty, or longer than it may be. */
export const wrong = (path: string, typed: string) =>
  fail({ kind: 'invalid-input', fields: [{ path, code: typed.trim() === '' ? 'required' : 'too_big' }] });

/** One application's discussion and its notes, the same under `/reviews` and under `/staff`. */
export const oneDiscussion = (useCases: OneDiscussionUseCases) => {
  type Page = typeof DiscussionPage | typeof NotesPage;
  const page = async (c: Context<Site>, Shown: Page, applicationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const of = { applicationId, cursor: failure ? undefined : c.req.query('cursor') };
    const seen = await useCases.viewDiscussion(view.actor, of, view.call);
    if (!seen.ok || (Shown === NotesPage && !seen.value.mayTakeNotes)) return c.notFound();
    const at = view.path.replace(/\?.*$/, '');
    const typed = failure || view.returned ? view.typed : undefined;
    return render(
      c,
      <Shown view={view} seen={seen.value} at={at} typed={typed} failure={failure} />,
      failure,
    );
  };

  const say = (view: View, applicationId: string) => {
    const { actor, typed, call } = view;
    if (typed.text('do') === 'lead') {
      const reviewerId = typed.id('reviewerId');
      return reviewerId === ''
        ? wrong('reviewerId', '')
        : useCases.nameLead(actor, { applicationId, reviewerId, version: versionOf(view) }, call);
    }
    const text = postTextSchema.safeParse(typed.text('text'));
    if (!text.success) return wrong('text', typed.text('text'));
    const replyTo = /^[1-9]\d{0,5}$/.test(typed.text('replyTo')) ? Number(typed.text('replyTo')) : undefined;
    return useCases.addPost(actor, { applicationId, text: text.data, replyTo }, call);
  };

  const talk = async (c: Context<Site>, applicationId: string) => {
    const view = viewOf(c);
    const done = await say(view, applicationId);
    const at = view.path.replace(/\?.*$/, '');
    return done.ok ? seeOther(c, at) : page(c, DiscussionPage, applicationId, done.failure);
  };

  const note = async (c: Context<Site>, applicationId: string) => {
    const view = viewOf(c);
    const alone = c.req.header('x-autosave') !== undefined;
    const text = notesTextSchema.safeParse(view.typed.text('text'));
    const input = { applicationId, keep: !alone, version: versionOf(view) };
    const done = text.success
      ? await useCases.saveNotes(view.actor, { ...input, text: text.data }, view.call)
      : wrong('text', view.typed.text('text'));
    if (alone)
      return done.ok
        ? c.json(done.value)
        : c.json({ error: done.failure.kind }, failures[done.failure.kind].status);
    const back = view.path.replace(/notes(\?.*)?$/, 'discussion');
    return done.ok ? seeOther(c, back) : page(c, NotesPage, applicationId, done.failure);
  };

  return { page, talk, note };
};
