import { type JetaaChapter, livingChapters } from '../../../shared/reference/jetaa-chapters.ts';
import { SelectField } from '../../components/form/choice-fields.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { nothingTyped } from '../../components/form/typed.ts';
import type { View } from '../../view.ts';

/** Which chapter's leads one looks at; asks by GET. */
export const ChapterChoice = ({ view, chapter }: { view: View; chapter: JetaaChapter }) => {
  const { t, href } = view;
  // What a refused invitation typed is another form's.
  const labels = { chapter: t('accounts.people.chapter') };
  const form = formOf(view, { labels, values: { chapter: chapter.id }, typed: nothingTyped });
  return (
    <form class="column gap-4" method="get" action={href('/staff/people')}>
      <SelectField
        form={form}
        name="chapter"
        blank={false}
        choices={livingChapters.map(({ id, name }) => ({ value: id, label: name, lang: 'en' }))}
      />
      <p class="acts gap-2">
        <button class="go2" type="submit">
          {t('accounts.people.chapter.show')}
        </button>
      </p>
    </form>
  );
};
