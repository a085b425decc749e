import type { ReviewContent } from '../../../shared/reviews/view-review.ts';
import type { FormState } from '../../components/form/form-state.ts';
import { Table } from '../../components/table.tsx';
import { fieldsOf } from './read-assessment.ts';

type Props = { form: FormState; content: ReviewContent };

/** Two tabs: what was saved meanwhile, beside what the form holds, wherever they differ. Nothing is written over unseen. */
export const Meanwhile = ({ form, content }: Props) => {
  const { t } = form.view;
  const saved = content.draft ? fieldsOf(content.draft.assessment) : {};
  const { criteria } = content.rubric;
  const names = [
    ...criteria.flatMap(({ id }) => [`scores.${id}`, `comments.${id}`]),
    'confidence',
    'feedbackToApplicant',
    'noteToCommittee',
  ];
  const differ = names.filter((name) => plain(saved[name] ?? '') !== plain(form.value(name)));
  return (
    <section class="gap-3 column" aria-labelledby="meanwhile">
      <h2 class="h-lg" id="meanwhile">
        {t('reviews.meanwhile.title')}
      </h2>
      <p class="gap-1">{t('reviews.meanwhile.text')}</p>
      {differ.length === 0 ? (
        <p class="gap-1">{t('reviews.meanwhile.same')}</p>
      ) : (
        <Table
          caption={t('reviews.meanwhile.title')}
          soft
          rows={differ}
          columns={[
            { head: t('reviews.meanwhile.what'), names: true, cell: (name) => form.label(name) },
            {
              head: t('reviews.meanwhile.saved'),
              cell: (name) => <span class="words">{saved[name] || t('site.none')}</span>,
            },
            {
              head: t('reviews.meanwhile.typed'),
              cell: (name) => <span class="words">{form.value(name) || t('site.none')}</span>,
            },
          ]}
        />
      )}
    </section>
  );
};

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
