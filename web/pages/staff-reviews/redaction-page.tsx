import { sectionIds } from '../../../shared/applications/application.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { RedactionView } from '../../../shared/reviews/redact-application.ts';
import { everywhere, fileRules } from '../../../shared/reviews/redaction.ts';
import { SelectField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { questionOf } from '../applications/words.ts';
import { ApplicationText, sectionsToScore, shownSections } from '../reviews/application-text.tsx';
import { Words } from '../reviews/words.tsx';
import { PairCell } from './pair-cell.tsx';

type Props = {
  view: View;
  seen: RedactionView;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** What reviewers read of an application, and what staff hide of it. */
export const RedactionPage = (props: Props) => {
  const { view, seen, typed, failure } = props;
  const { t, href } = view;
  const title = t('reviews.redaction.title');
  const form = formOf(view, {
    typed,
    failure,
    values: { path: everywhere },
    labels: { path: t('reviews.redaction.path'), text: t('reviews.redaction.text') },
    words: ({ code }) => {
      if (code === 'not-in-the-text') return t('reviews.redaction.not-there');
      return code === 'too-many' ? t('reviews.redaction.too-many') : undefined;
    },
  });
  const sections = shownSections({ sections: sectionsToScore, terms: seen.round });
  return (
    <Layout view={view} title={`${title}, ${seen.title}`} demo={seen.round.demo}>
      <Head
        over={<PairCell view={view} pair={seen.pair} />}
        title={title}
        lede={t('reviews.redaction.lede')}
        near
      />
      <ErrorSummary form={form} />
      <p>
        <a class="tap" href={href(`/staff/applications/${seen.applicationId}`)}>
          {t('reviews.redaction.back')}
        </a>
      </p>
      <div class="cols cols--review">
        <article class="paper flow" aria-label={t('reviews.redaction.seen')}>
          <Notice>
            <p>
              <strong>{t('reviews.redaction.seen')}</strong>
            </p>
            <p class="soft">{t(`reviews.redaction.blinding.${seen.round.blinding}`)}</p>
          </Notice>
          {seen.seen.organisation && (
            <p class="soft">
              <Words view={view} text={seen.seen.organisation} />
            </p>
          )}
          <ApplicationText
            view={view}
            text={seen.seen}
            terms={seen.round}
            sections={sections}
            filesAt={`/staff/applications/${seen.applicationId}/files`}
          />
        </article>
        <HideForm form={form} seen={seen} />
      </div>
      <Hidden view={view} seen={seen} />
      <Files view={view} seen={seen} />
    </Layout>
  );
};

const HideForm = ({ form, seen }: { form: FormState; seen: RedactionView }) => {
  const { view } = form;
  const { t } = view;
  return (
    <section class="panel stick" aria-labelledby="hide">
      <div class="panel__head">
        <h2 class="h-lg" id="hide">
          {t('reviews.redaction.hide')}
        </h2>
      </div>
      <Form view={view} version={seen.version} class="flow">
        <input type="hidden" name="action" value="hide" />
        <TextArea form={form} name="text" rows={3} hint={t('reviews.redaction.text.hint')} />
        <SelectField
          form={form}
          name="path"
          blank={false}
          choices={[everywhere, ...seen.paths].map((path) => ({
            value: path,
            label: placeOf(view, seen, path),
          }))}
        />
        <Outbox view={view} title="" mail={[]}>
          {t('reviews.redaction.logged')}
        </Outbox>
        <button class="go" type="submit">
          {t('reviews.redaction.go')}
        </button>
      </Form>
    </section>
  );
};

/** A field in words: “Project: Summary”. */
const placeOf = (view: View, { round }: RedactionView, path: string): string => {
  const { t } = view;
  if (path === everywhere) return t('reviews.redaction.everywhere');
  if (path === 'organisation') return t('reviews.redaction.organisation');
  const [section = '', ...rest] = path.split('.');
  if (section === 'signOff') return t('reviews.text.signed');
  if (section === 'confirmation') return t('reviews.text.counterpart.note');
  const id = sectionIds.find((one) => one === section);
  if (!id) return path;
  const name = t(`applications.section.${id}`);
  if (rest.length === 0) return name;
  const asked = { section: id, questions: round.extraQuestions };
  // A column is asked as the first row asks it.
  const [field = '', column] = rest;
  const question = questionOf(view, asked, column ? `${field}.0.${column}` : field);
  return t('reviews.redaction.place', { section: name, question });
};

const Hidden = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => {
  const { t } = view;
  return (
    <Band id="hidden" title={t('reviews.redaction.hidden')}>
      {seen.passages.length === 0 ? (
        <p class="soft">{t('reviews.redaction.hidden.none')}</p>
      ) : (
        <Table
          caption={t('reviews.redaction.hidden')}
          soft
          rows={seen.passages}
          columns={[
            {
              head: t('reviews.redaction.text'),
              names: true,
              cell: ({ text }) => <span class="words">{text}</span>,
            },
            { head: t('reviews.redaction.path'), cell: ({ path }) => placeOf(view, seen, path) },
            {
              head: t('reviews.redaction.act'),
              cell: ({ id, text }) => (
                <Form view={view} version={seen.version}>
                  <input type="hidden" name="passageId" value={id} />
                  <button class="go2" type="submit" name="action" value="show">
                    {t('reviews.redaction.show')}
                    <span class="sr"> {text}</span>
                  </button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Band>
  );
};

const Files = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => {
  const { t, href } = view;
  return (
    <Band id="files" title={t('reviews.redaction.files')} lede={t('reviews.redaction.files.lede')}>
      {seen.files.length === 0 ? (
        <p class="soft">{t('reviews.text.no-files')}</p>
      ) : (
        seen.files.map(({ id, name, rule }) => (
          <Form view={view} version={seen.version} class="acts">
            <input type="hidden" name="attachmentId" value={id} />
            <div class="field">
              <label for={`file-${id}`}>
                <a href={href(`/staff/applications/${seen.applicationId}/files/${id}`)}>{name}</a>
              </label>
              <select id={`file-${id}`} name="rule">
                {fileRules.map((one) => (
                  <option value={one} selected={one === rule}>
                    {t(`reviews.redaction.rule.${one}`)}
                  </option>
                ))}
              </select>
            </div>
            <button class="go2" type="submit" name="action" value="file">
              {t('reviews.redaction.rule.go')}
              <span class="sr"> {name}</span>
            </button>
          </Form>
        ))
      )}
    </Band>
  );
};
