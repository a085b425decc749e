import type { LetterEntry, LettersOfRound } from '../../../shared/awards/edit-letters.ts';
import type { Failure } from '../../../shared/failures.ts';
import { instantOf } from '../../../shared/kernel/zoned-time.ts';
import { Badge } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { LocalTimeField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Band } from '../../components/head.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = {
  view: View;
  letters: LettersOfRound;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
  /** How many letters were just written, after asking awardees to confirm. */
  written?: number | undefined;
};

/** What a round's letters say, until when awardees answer, and the way to see every letter before it is written. */
export const LettersPage = ({ view, letters, typed, failure, written }: Props) => {
  const { t, href } = view;
  const { round, letters: entries } = letters;
  const form = formOf(view, {
    labels: { answerBy: t('awards.letters.answer-by') },
    values: { answerBy: letters.answerDate?.answerBy },
    ...(typed && { typed }),
    failure,
  });
  return (
    <RoundFrame
      view={view}
      round={round}
      here="letters"
      lede={t('awards.letters.lede')}
      kept={0}
      docket={[{ label: t('awards.letters.answer-by'), value: answerWords(view, letters) }]}
    >
      <ErrorSummary form={form} />
      {written !== undefined && (
        <div class="gap-3" role="status">
          <Notice>
            <p>
              {t('awards.letters.written', { count: written })}{' '}
              <a href={href('/staff/outbox')}>{t('awards.announced.letters')}</a>
            </p>
          </Notice>
        </div>
      )}
      <div class="gap-4">
        <Table
          caption={t('awards.letters.caption')}
          dense
          wide
          rows={entries}
          columns={columnsFor(view, round.id)}
        />
      </div>
      <p class="gap-3">
        <a class="go2" href={href(`/staff/rounds/${round.id}/letters/preview`)}>
          {t('awards.letters.preview')}
        </a>
      </p>
      <Band id="answer" title={t('awards.letters.date')} lede={t('awards.letters.date.text')}>
        <AnswerDate view={view} letters={letters} form={form} />
      </Band>
    </RoundFrame>
  );
};

const answerWords = ({ t, format }: View, { round, answerDate }: LettersOfRound) =>
  answerDate ? format.moment(instantOf(answerDate.answerBy, round.zone), round.zone) : t('site.none');

const columnsFor = ({ t, href, language }: View, roundId: string) => [
  {
    head: t('awards.letters.kind'),
    names: true,
    cell: ({ kind }: LetterEntry) => t(`awards.letters.kind.${kind}`),
  },
  {
    head: t('awards.letters.subject'),
    cell: ({ subject }: LetterEntry) => subject[language === 'ja' && subject.ja ? 'ja' : 'en'],
  },
  {
    head: t('awards.letters.words'),
    cell: ({ version, missing }: LetterEntry) =>
      missing.length > 0 ? (
        <Badge is="due">{t('awards.letters.missing')}</Badge>
      ) : (
        <Badge is={version > 0 ? 'done' : 'todo'}>
          {version > 0 ? t('awards.letters.own', { version }) : t('awards.letters.default')}
        </Badge>
      ),
  },
  {
    head: t('awards.column.do'),
    cell: ({ kind }: LetterEntry) => (
      <a
        href={href(`/staff/rounds/${roundId}/letters/${kind}`)}
        aria-label={t('awards.letters.edit.of', { kind: t(`awards.letters.kind.${kind}`) })}
      >
        {t('awards.letters.edit')}
      </a>
    ),
  },
];

type DateProps = { view: View; letters: LettersOfRound; form: ReturnType<typeof formOf> };

/** The date, or once it has passed after the announcement: a new one, with a letter to whoever has not answered. */
const AnswerDate = ({ view, letters, form }: DateProps) => {
  const { t } = view;
  const { round, answerDate } = letters;
  const passed = answerDate && instantOf(answerDate.answerBy, round.zone) < view.call.receivedAt;
  const asks = passed && round.announcedAt !== undefined;
  return (
    <Form view={view} version={answerDate?.version ?? 0} class="column flow">
      {asks && <p>{t('awards.letters.passed', { at: answerWords(view, letters) })}</p>}
      <LocalTimeField
        form={form}
        name="answerBy"
        class="limit"
        hint={t('awards.letters.answer-by.hint', { zone: view.format.zone(round.zone) })}
      />
      <Outbox view={view} title="" mail={[]}>
        {asks ? t('awards.letters.ask.held') : t('awards.letters.date.nobody')}
      </Outbox>
      <p>
        <button class="go" type="submit" name="action" value={asks ? 'ask' : 'date'}>
          {asks ? t('awards.letters.ask') : t('awards.letters.date.save')}
        </button>
      </p>
    </Form>
  );
};
