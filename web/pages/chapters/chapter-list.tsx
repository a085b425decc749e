import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { SelectField } from '../../components/form/choice-fields.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Empty } from '../../components/notice.tsx';
import { stateChoices } from '../../components/places/region-choices.ts';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { postWords, statesWords } from './chapter-words.ts';

type Props = { view: View; chapters: readonly JetaaChapter[]; state: string | undefined };

const StateFilter = ({ view, state }: Omit<Props, 'chapters'>) => {
  const { t, href } = view;
  const form = formOf(view, { values: { state }, labels: { state: t('chapters.filter.state') } });
  return (
    <form method="get" action={href('/alumni#chapters')}>
      <SelectField
        form={form}
        name="state"
        blank={false}
        choices={[{ value: '', label: t('partnerships.filter.any-state') }, ...stateChoices(view)]}
      />
      <div class="acts gap-2">
        <button class="go2" type="submit">
          {t('chapters.filter.show')}
        </button>
        {state && <a href={href('/alumni#chapters')}>{t('chapters.filter.clear')}</a>}
      </div>
    </form>
  );
};

/** The chapters one can join, found by the state one lives in. */
export const ChapterList = ({ view, chapters, state }: Props) => {
  const { t, href } = view;
  return (
    <>
      <StateFilter view={view} state={state} />
      <div class="gap-3">
        {chapters.length === 0 ? (
          <Empty title={t('chapters.none')} level={3}>
            <p>{t('chapters.none.text')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('chapters.caption')}
            soft
            cards
            columns={[
              {
                head: t('chapters.column.chapter'),
                names: true,
                cell: ({ id, name, status }) => (
                  <>
                    <a href={href(`/chapters/${id}`)} lang="en">
                      {name}
                    </a>
                    {status === 'sub-chapter' && (
                      <small class="under soft">{t('chapters.status.sub-chapter')}</small>
                    )}
                  </>
                ),
              },
              { head: t('chapters.column.states'), cell: (chapter) => statesWords(view, chapter) },
              { head: t('chapters.column.post'), cell: (chapter) => postWords(view, chapter) },
            ]}
            rows={chapters}
          />
        )}
      </div>
    </>
  );
};
