import type { LetterEntry, LettersOfRound } from '../../../shared/awards/edit-letters.ts';
import { placeholders } from '../../../shared/awards/letter.ts';
import type { Failure } from '../../../shared/failures.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { TextField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { SummaryList } from '../../components/lists.tsx';
import { Notice, Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = {
  view: View;
  letters: LettersOfRound;
  letter: LetterEntry;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** One kind of letter in both languages, with what may stand in braces. */
export const LetterPage = ({ view, letters, letter, typed, failure }: Props) => {
  const { t, href } = view;
  const { round } = letters;
  const kind = t(`awards.letters.kind.${letter.kind}`);
  const form = formOf(view, {
    labels: {
      'subject.en': t('awards.letters.subject.en'),
      'subject.ja': t('awards.letters.subject.ja'),
      'body.en': t('awards.letters.body.en'),
      'body.ja': t('awards.letters.body.ja'),
    },
    values: {
      'subject.en': letter.subject.en,
      'subject.ja': letter.subject.ja,
      'body.en': letter.body.en,
      'body.ja': letter.body.ja,
    },
    ...(typed && { typed }),
    failure,
  });
  return (
    <RoundFrame
      view={view}
      round={round}
      here="letters"
      title={t('messages.labelled', { label: t('reviews.staff.letters'), value: kind })}
      lede={t('awards.letters.edit.lede')}
      kept={0}
      docket={[
        { label: t('awards.letters.kind'), value: kind },
        {
          label: t('awards.letters.words'),
          value:
            letter.version > 0
              ? t('awards.letters.own', { version: letter.version })
              : t('awards.letters.default'),
        },
      ]}
    >
      <ErrorSummary form={form} />
      {letter.missing.length > 0 && (
        <div class="gap-2">
          <Notice>
            <p>{t('awards.letters.missing.text')}</p>
          </Notice>
        </div>
      )}
      <Form view={view} version={letter.version} class="gap-3">
        <div class="cols cols--half">
          {(['en', 'ja'] as const).map((language) => (
            <div class="flow">
              <TextField form={form} name={`subject.${language}`} lang={language} />
              <TextArea form={form} name={`body.${language}`} lang={language} rows={14} />
            </div>
          ))}
        </div>
        <div class="column flow gap-3">
          <Twin summary={t('awards.letters.placeholders')} open>
            <SummaryList
              entries={placeholders.map((name) => ({
                label: <code>{`{${name}}`}</code>,
                value: t(`awards.letters.placeholder.${name}`),
              }))}
            />
          </Twin>
          <Outbox view={view} title="" mail={[]}>
            {t('awards.letters.edit.nobody')}
          </Outbox>
          <p class="acts">
            <button class="go" type="submit">
              {t('awards.letters.save')}
            </button>
            <a href={href(`/staff/rounds/${round.id}/letters`)}>{t('awards.letters.back')}</a>
          </p>
        </div>
      </Form>
    </RoundFrame>
  );
};
