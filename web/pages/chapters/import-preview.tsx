import type { Duplicate } from '../../../shared/chapters/import-duplicates.ts';
import type { ImportPreview, PreviewRow } from '../../../shared/chapters/preview-import.ts';
import type { Failure } from '../../../shared/failures.ts';
import { Badge } from '../../components/badge.tsx';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { nothingTyped } from '../../components/form/typed.ts';
import { Band } from '../../components/head.tsx';
import { Facts } from '../../components/lists.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

type Props = { view: View; csv: string; preview: ImportPreview; failure: Failure | undefined };

const marks = { ready: 'done', duplicate: 'wait', wrong: 'due' } as const;

const Reasons = ({ view: { t }, row }: { view: View; row: PreviewRow }) => {
  const duplicate = ({ as, by, name, line = 0 }: Duplicate) =>
    t(`chapters.import.duplicate.${as}.${by}`, { name, row: line });
  const reasons = [
    ...row.problems.map(({ code, detail }) => t(`chapters.import.row.${code}`, { detail })),
    ...row.duplicates.map(duplicate),
  ];
  return (
    <>
      <Badge is={marks[row.verdict]}>{t(`chapters.import.verdict.${row.verdict}`)}</Badge>
      {reasons.length > 0 && (
        <ul class="plain small">
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      )}
    </>
  );
};

const Pick = ({ view: { t, typed }, row }: { view: View; row: PreviewRow }) => {
  if (row.verdict === 'wrong') return <span class="sr">{t('chapters.import.not-invited')}</span>;
  const again = typed.text('act') === 'import';
  const checked = again ? typed.all('rows').includes(String(row.line)) : row.verdict === 'ready';
  return (
    <label class="check">
      <input type="checkbox" name="rows" value={String(row.line)} checked={checked} />
      <span class="sr">{t('chapters.import.invite-row', { name: row.typed.name, row: row.line })}</span>
    </label>
  );
};

/** Every row with what would become of it; who is ticked is invited, and nobody else. */
export const ImportPreviewForm = ({ view, csv, preview: { rows, left }, failure }: Props) => {
  const { t, format } = view;
  const count = (verdict: PreviewRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const form = formOf(view, {
    values: { language: 'en' },
    typed: view.typed.text('act') === 'import' ? view.typed : nothingTyped,
    failure,
    labels: { rows: t('chapters.import.rows'), language: t('accounts.invite.language') },
    words: ({ code, detail = '' }) => {
      const key = `chapters.import.problem.${code}`;
      return isMessageKey(key) ? t(key, { detail }) : undefined;
    },
  });
  return (
    <Band id="preview" title={t('chapters.import.preview')} lede={t('chapters.import.preview.lede')}>
      <ErrorSummary form={form} />
      <Facts
        facts={(['ready', 'duplicate', 'wrong'] as const).map((verdict) => ({
          label: t(`chapters.import.verdict.${verdict}`),
          value: format.number(count(verdict)),
        }))}
      />
      <Form view={view} class="flow gap-3">
        <input type="hidden" name="csv" value={csv} />
        <div id="rows">
          <Table
            caption={t('chapters.import.preview')}
            soft
            dense
            cards
            rows={rows}
            columns={[
              {
                head: t('chapters.column.person'),
                names: true,
                cell: ({ typed, line }) => (
                  <>
                    {typed.name}{' '}
                    <small class="under soft">
                      {t('chapters.import.row', { row: line, address: typed.email })}
                    </small>
                  </>
                ),
              },
              { head: t('chapters.column.invite'), cell: (row) => <Pick view={view} row={row} /> },
              { head: t('chapters.column.served'), cell: ({ typed }) => typed.placements },
              { head: t('chapters.column.state'), cell: ({ typed }) => typed.state || t('site.none') },
              { head: t('chapters.column.verdict'), cell: (row) => <Reasons view={view} row={row} /> },
            ]}
          />
        </div>
        <p class="small soft">{t('chapters.import.merge')}</p>
        <RadioField
          form={form}
          name="language"
          choices={[
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'ja', label: '日本語', lang: 'ja' },
          ]}
        />
        <Outbox
          view={view}
          title={t('chapters.import.outbox')}
          mail={[{ to: t('chapters.import.to'), what: t('chapters.import.what') }]}
        >
          {t('chapters.import.left', { count: left })}
        </Outbox>
        <p class="acts">
          <button class="go" type="submit" name="act" value="import">
            {t('chapters.import.go')}
          </button>
          <button class="linkish" type="submit" name="act" value="correct">
            {t('chapters.import.correct')}
          </button>
        </p>
      </Form>
    </Band>
  );
};
