import { alumNumber } from '../../../shared/alumni/alum.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { pairWords } from '../../components/map/place-words.ts';
import { Empty } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  chapter: JetaaChapter;
  alumId: string;
  words: string;
  /** Those that the words name; without words those of the chapter's states. */
  partnerships: readonly Partnership[];
  failure?: Failure | undefined;
};

/** A lead offers one of the chapter's alumni an introduction to a partnership, which is asked once the alum has said yes. */
export const OfferPage = ({ view, chapter, alumId, words, partnerships, failure }: Props) => {
  const { t, href, language } = view;
  const title = t('chapters.offer.title', { number: alumNumber(alumId) });
  const form = formOf(view, {
    failure,
    labels: { partnershipId: t('chapters.offer.partnership'), note: t('chapters.offer.note') },
  });
  return (
    <Layout view={view} title={title}>
      <Head over={<span lang="en">{chapter.name}</span>} title={title} lede={t('chapters.offer.lede')} near />
      <ErrorSummary form={form} />
      <form method="get" class="column">
        <input type="hidden" name="alum" value={alumId} />
        <div class="field">
          <label for="q">{t('chapters.offer.search')}</label>
          <input type="search" id="q" name="q" value={words} />
        </div>
        <p class="acts gap-2">
          <button class="go2" type="submit">
            {t('chapters.offer.search.go')}
          </button>
        </p>
      </form>
      {partnerships.length === 0 ? (
        <Empty title={t('chapters.offer.none')} />
      ) : (
        <Form view={view} class="column flow gap-4">
          <input type="hidden" name="alum" value={alumId} />
          <RadioField
            form={form}
            name="partnershipId"
            choices={partnerships.map((one) => ({ value: one.id, label: pairWords(language, one) }))}
          />
          <TextArea form={form} name="note" rows={4} hint={t('chapters.offer.note.hint')} />
          <Outbox
            view={view}
            title={t('chapters.offer.mail')}
            mail={[{ to: alumNumber(alumId), what: t('chapters.offer.mail.what') }]}
          >
            {t('chapters.offer.mail.then')}
          </Outbox>
          <p class="acts">
            <button class="go" type="submit">
              {t('chapters.offer.go')}
            </button>
            <a href={href(`/chapters/${chapter.id}`)}>{t('chapters.offer.back')}</a>
          </p>
        </Form>
      )}
    </Layout>
  );
};
