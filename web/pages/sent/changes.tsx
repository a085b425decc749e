import type {
  AnswerChange,
  Changes,
  FileChange,
  ListChange,
  SectionChange,
} from '../../../shared/applications/compare-snapshots.ts';
import { formOf } from '../../../shared/applications/sections/forms.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { SummaryList } from '../../components/lists.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { answerText } from '../applications/sections/row-summary.ts';
import { partsOf, questionOf, rowName } from '../applications/words.ts';

type Of = { view: View; round: Round };
type Kind = ListChange['kind'];

/** What was taken out and put in, also for whoever hears the page and sees no line through the words. */
const Removed = ({ view, text }: { view: View; text: string }) => (
  <del>
    <span class="sr">{view.t('sent.compare.said.removed')}</span>
    {text}
    <span class="sr">{view.t('sent.compare.said.end')}</span>
  </del>
);
const Added = ({ view, text }: { view: View; text: string }) => (
  <ins>
    <span class="sr">{view.t('sent.compare.said.added')}</span>
    {text}
    <span class="sr">{view.t('sent.compare.said.end')}</span>
  </ins>
);

/** A text with its changed words marked; an answer that was chosen or counted as a whole, before and after. */
const Change = ({
  view,
  change,
  shown,
}: {
  view: View;
  change: AnswerChange;
  shown: (typed: string) => string;
}) => {
  const { before, after, parts } = change;
  if (parts.length > 0)
    return (
      <span class="words">
        {parts.map(({ kind, text }) => {
          if (kind === 'same') return text;
          return kind === 'added' ? <Added view={view} text={text} /> : <Removed view={view} text={text} />;
        })}
      </span>
    );
  return (
    <span class="words">
      {before !== '' && <Removed view={view} text={shown(before)} />}{' '}
      {after !== '' && <Added view={view} text={shown(after)} />}
    </span>
  );
};

const entryOf =
  ({ view, round }: Of, { section }: Pick<SectionChange, 'section'>) =>
  (change: AnswerChange) => {
    const { list, field } = partsOf(change.path);
    const form = formOf(section, round);
    const control = (list ? form.lists[list]?.fields : form.fields)?.[field];
    const shown = (typed: string) =>
      control ? answerText(view, { section, path: change.path, field: control, typed }) : typed;
    return {
      label: questionOf(view, { section, questions: round.extraQuestions }, change.path),
      value: <Change view={view} change={change} shown={shown} />,
    };
  };

const kindWords = ({ t }: View, kind: Kind) => t(`sent.compare.kind.${kind}`);

const SectionChanges = ({ view, round, change }: Of & { change: SectionChange }) => {
  const { section, answers, rows } = change;
  const entry = entryOf({ view, round }, change);
  return (
    <section class="band" aria-labelledby={`changed-${section}`}>
      <h2 class="h-lg" id={`changed-${section}`}>
        {view.t(`applications.section.${section}`)}
      </h2>
      {answers.length > 0 && <SummaryList entries={answers.map(entry)} />}
      {rows.map(({ list, kind, at, answers: of }) => (
        <div class="gap-2">
          <p>
            <strong>{rowName(view, section, list, at)}</strong> {kindWords(view, kind)}
          </p>
          <SummaryList entries={of.map(entry)} />
        </div>
      ))}
    </section>
  );
};

const Files = ({ view, files }: { view: View; files: readonly FileChange[] }) =>
  files.length === 0 ? null : (
    <section class="band" aria-labelledby="changed-files">
      <h2 class="h-lg" id="changed-files">
        {view.t('applications.section.attachments')}
      </h2>
      <ul class="plain gap-2">
        {files.map(({ kind, file }) => (
          <li>
            {kind === 'removed' && <Removed view={view} text={file.name} />}
            {kind === 'added' && <Added view={view} text={file.name} />}
            {kind === 'changed' && file.name} {kindWords(view, kind)}
          </li>
        ))}
      </ul>
    </section>
  );

const Others = ({ view, others }: { view: View; others: readonly AnswerChange[] }) => {
  const status = (typed: string) => {
    const key = `applications.event.answer.${typed}`;
    return isMessageKey(key) ? view.t(key) : typed;
  };
  return others.length === 0 ? null : (
    <section class="band" aria-labelledby="changed-others">
      <h2 class="h-lg" id="changed-others">
        {view.t('sent.compare.others')}
      </h2>
      <SummaryList
        entries={others.map((change) => {
          const key = `sent.compare.other.${change.path}`;
          return {
            label: isMessageKey(key) ? view.t(key) : change.path,
            value: <Change view={view} change={change} shown={status} />,
          };
        })}
      />
    </section>
  );
};

/** Everything that differs between two versions, section by section. */
export const ChangesList = ({ view, round, changes }: Of & { changes: Changes }) => {
  const { sections, files, others } = changes;
  return sections.length + files.length + others.length === 0 ? (
    <p class="gap-3">{view.t('sent.compare.same')}</p>
  ) : (
    <div class="answers changes">
      {sections.map((change) => (
        <SectionChanges view={view} round={round} change={change} />
      ))}
      <Files view={view} files={files} />
      <Others view={view} others={others} />
    </div>
  );
};
