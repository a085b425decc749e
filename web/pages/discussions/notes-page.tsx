import type { DiscussionView } from '../../../shared/discussions/view-discussion.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  seen: DiscussionView;
  at: string;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** The meeting's notes being written: saved by themselves, kept as a version when one says so. */
export const NotesPage = ({ view, seen, at, typed, failure }: Props) => {
  const { t, href } = view;
  const { application, round, notes } = seen;
  const form = formOf(view, {
    typed,
    failure,
    labels: { text: t('discussions.notes') },
    values: { text: notes?.text ?? '' },
  });
  const clashed = failure?.kind === 'stale' || failure?.kind === 'conflict';
  return (
    <Layout
      view={view}
      title={`${t('discussions.notes')}, ${application.title}`}
      demo={round.demo}
      docket={[
        { label: t('reviews.column.round'), value: inLanguage(round.name, view.language) },
        { label: t('reviews.column.application'), value: application.receipt },
      ]}
    >
      <Head
        over={<Pair view={view} pair={application.pair} />}
        title={t('discussions.notes')}
        lede={t('discussions.notes.lede')}
        near
      />
      <ErrorSummary form={form} />
      {clashed && notes && (
        <div class="gap-3 column">
          <Notice>
            <p>
              <strong>{t('discussions.notes.meanwhile')}</strong>
            </p>
            <p class="words">{notes.text}</p>
          </Notice>
        </div>
      )}
      <Form view={view} version={notes?.version ?? 0} autosave class="flow column gap-3">
        <TextArea form={form} name="text" rows={16} class="column" hint={t('discussions.notes.hint')} />
        <Outbox view={view} title="" mail={[]} />
        <div class="acts">
          <button class="go" type="submit" name="do" value="keep">
            {t('discussions.notes.go')}
          </button>
          <a href={href(at.replace(/notes$/, 'discussion'))}>{t('discussions.notes.back')}</a>
        </div>
      </Form>
    </Layout>
  );
};
