import { type FormState, idOf } from './form-state.ts';

type Props = {
  form: FormState;
  /** What is kept, where it is more than what was typed: "All seven lines are saved as they are." */
  kept?: string;
  /** A sentence beneath: until when, how much. */
  more?: string | undefined;
};

/** Stands above a refused form: what is wrong with links to the fields, or why the whole was refused, and what is kept. */
export const ErrorSummary = ({ form, kept, more }: Props) => {
  const { failure, problems, view } = form;
  if (!failure) return null;
  const wrong = failure.kind === 'invalid-input';
  return (
    <section class="errors" role="alert" aria-labelledby="errors-title" tabindex={-1} id="errors">
      <h2 id="errors-title">
        {wrong ? view.t('error.summary', { count: problems.length }) : view.t(`failure.${failure.kind}`)}
      </h2>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ name, words }) => (
            <li>
              <a href={`#${idOf(name)}`}>{words}</a>
            </li>
          ))}
        </ul>
      )}
      {more && <p>{more}</p>}
      {wrong && <p>{kept ?? view.t('error.kept')}</p>}
    </section>
  );
};
