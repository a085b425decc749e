import { mostInvitationsADay } from '../../../shared/chapters/alum-import.ts';
import { mostImportRows } from '../../../shared/chapters/import-rows.ts';
import type { Failure } from '../../../shared/failures.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { nothingTyped } from '../../components/form/typed.ts';
import { Band } from '../../components/head.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

const example = [
  'name,email,placements,state',
  'Suzuki Ann,ann@example.org,ALT|Imabari|Ehime|2009|2012,FL',
  'Bob Field,bob@example.org,CIR||Oita|2015|2017;ALT|Beppu|Oita|2017|2018,',
];

type Props = { view: View; csv: string; failure: Failure | undefined };

/** A file, or cells pasted from a spreadsheet, to be looked at first. */
export const ImportForm = ({ view, csv, failure }: Props) => {
  const { t } = view;
  const form = formOf(view, {
    values: { csv },
    typed: csv ? view.typed : nothingTyped,
    failure,
    labels: { csv: t('chapters.import.csv'), rows: t('chapters.import.rows') },
    words: ({ code, detail = '' }) => {
      const key = `chapters.import.problem.${code}`;
      return isMessageKey(key) ? t(key, { detail }) : undefined;
    },
  });
  return (
    <Band id="import" title={t('chapters.import.title')} lede={t('chapters.import.lede')}>
      <ErrorSummary form={form} />
      <Form view={view} class="column flow">
        <input type="hidden" name="act" value="check" />
        <div
          hidden
          data-csv-into="csv"
          data-utf8={t('forms.csv.read-utf8', { name: '[name]' })}
          data-sjis={t('forms.csv.read-sjis', { name: '[name]' })}
        >
          <label for="csv-file">{t('forms.csv.file')}</label>
          <input type="file" id="csv-file" accept=".csv,.tsv,.txt,text/csv" />
          <p class="small" role="status" data-csv-status="" />
        </div>
        <TextArea form={form} name="csv" hint={t('chapters.import.csv.hint')} rows={10} class="wide" />
        <details class="twin">
          <summary>{t('chapters.import.example')}</summary>
          <p class="small example">
            {example.map((line) => (
              <>
                <code>{line}</code>
                <br />
              </>
            ))}
          </p>
          <p class="small">{t('chapters.import.example.note')}</p>
        </details>
        <p class="small soft">
          {t('chapters.import.limits', { rows: mostImportRows, mails: mostInvitationsADay })}
        </p>
        <p class="acts">
          <button class="go" type="submit">
            {t('chapters.import.check')}
          </button>
          <span class="small soft">{t('chapters.import.check.next')}</span>
        </p>
      </Form>
    </Band>
  );
};
