import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { CarriedSection } from '../../../../shared/applications/carry-over.ts';
import type { CopyPreview, Earlier } from '../../../../shared/applications/copy-earlier.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { inLanguage } from '../../../../shared/kernel/text.ts';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { formOf } from '../../../components/form/form-state.ts';
import { Pair } from '../../../components/map/kept-pair.tsx';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { pathOf } from '../task-stops.ts';
import { joined, problemWords, questionOf } from '../words.ts';

type Frame = { view: View; seen: ApplicationView };

/** Which earlier application to carry text over from. */
export const ChooseEarlierPage = ({ view, seen, items }: Frame & { items: readonly Earlier[] }) => {
  const { t, format } = view;
  return (
    <ApplicationFrame view={view} seen={seen} title={t('forms.copy.title')}>
      <h2>{t('forms.copy.title')}</h2>
      <p class="gap-1">{t('forms.copy.lede')}</p>
      {items.length === 0 ? (
        <p class="gap-3 soft">{t('forms.copy.none')}</p>
      ) : (
        <ul class="due-list gap-3">
          {items.map(({ id, title, pair, round, createdAt }) => (
            <li class="due-item">
              <p>
                <a class="tap" href={view.href(pathOf(seen.application.id, `copy/${id}`))}>
                  {title}
                </a>
              </p>
              <p class="small soft">
                {inLanguage(round, view.language)} · <Pair view={view} pair={pair} /> ·{' '}
                {t('forms.copy.started', {
                  when: format.date(createdAt, view.viewerZone ?? seen.round.zone),
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </ApplicationFrame>
  );
};

const Changes = ({ view, seen, section }: Frame & { section: CarriedSection }) => {
  const { t } = view;
  const { id, fresh, gone, problems } = section;
  const asked = { section: id, questions: seen.round.extraQuestions };
  const names = (paths: readonly string[]) =>
    joined(
      view,
      paths.map((path) => questionOf(view, asked, path)),
    );
  return (
    <>
      {fresh.length > 0 && <small>{t('forms.copy.fresh', { names: names(fresh) })}</small>}
      {gone.length > 0 && <small>{t('forms.copy.gone', { count: gone.length })}</small>}
      {problems.map((problem) => (
        <small class="due">{problemWords(view, asked, problem)}</small>
      ))}
    </>
  );
};

type PreviewProps = Frame & { preview: CopyPreview; failure?: Failure | undefined };

/** What would be carried over and what of the form has changed, before anything is copied. */
export const CopyPage = ({ view, seen, preview, failure }: PreviewProps) => {
  const { t } = view;
  const form = formOf(view, { failure, labels: {} });
  const ready = preview.sections.filter(({ state }) => state === 'ready');
  return (
    <ApplicationFrame view={view} seen={seen} title={t('forms.copy.title')}>
      <ErrorSummary form={form} />
      <h2>{t('forms.copy.from', { title: preview.title })}</h2>
      <p class="gap-1">{t('forms.copy.preview')}</p>
      <Form view={view} class="gap-4">
        <fieldset>
          <legend class="label">{t('forms.copy.sections')}</legend>
          <div class="pick">
            {preview.sections.map((section) => (
              <label>
                <input
                  type="checkbox"
                  name="sections"
                  value={section.id}
                  checked={section.state === 'ready'}
                  disabled={section.state !== 'ready'}
                />
                <span>
                  {t(`applications.section.${section.id}`)}
                  {section.state !== 'ready' && <small>{t(`forms.copy.${section.state}`)}</small>}
                  {section.state === 'ready' && <Changes view={view} seen={seen} section={section} />}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <p class="small soft gap-3">{t('forms.copy.never')}</p>
        {ready.length > 0 && (
          <div class="acts gap-3">
            <button class="go" type="submit">
              {t('forms.copy.go')}
            </button>
          </div>
        )}
        <p class="small soft gap-1">{t('forms.copy.next')}</p>
      </Form>
      <p class="gap-3">
        <a class="tap" href={view.href(pathOf(seen.application.id, 'copy'))}>
          {t('forms.copy.another')}
        </a>
      </p>
    </ApplicationFrame>
  );
};
