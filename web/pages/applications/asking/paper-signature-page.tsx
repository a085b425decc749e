import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { formOf } from '../../../components/form/form-state.ts';
import { DateField, TextField } from '../../../components/form/text-fields.tsx';
import { SummaryList } from '../../../components/lists.tsx';
import { Outbox } from '../../../components/outbox.tsx';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { pathOf, signOffNote } from '../task-stops.ts';
import { joined } from '../words.ts';
import { covered, Incomplete, officialOf } from './sign-off-page.tsx';

type Props = { view: View; seen: ApplicationView; failure?: Failure | undefined };

const formFor = ({ view, seen, failure }: Props) => {
  const { t } = view;
  const labels = { name: t('paper.sign.name'), signedOn: t('paper.sign.on') };
  return formOf(view, {
    failure,
    typed: failure || view.returned ? view.typed : undefined,
    values: { name: officialOf(seen).name, signedOn: seen.signOff.signed?.signedOn },
    labels,
    words: ({ path, code }) => {
      if (code === 'after-receipt') return t('paper.sign.after');
      const label = path === 'name' || path === 'signedOn' ? labels[path] : path;
      return code === 'required' ? t('paper.sign.required', { label }) : undefined;
    },
  });
};

/** Where whoever types a paper records the signature that stands on it. */
export const PaperSignaturePage = (props: Props) => {
  const { view, seen } = props;
  const { t, format } = view;
  const { name, title, email } = officialOf(seen);
  const { paper } = seen.application;
  const form = formFor(props);
  const isReady = covered(seen).every(({ state }) => state === 'done');
  const mayRecord = seen.actions.includes('record-signature');
  return (
    <ApplicationFrame view={view} seen={seen} title={t('paper.sign.title')} here="sign-off">
      <ErrorSummary form={form} />
      <h2>{t('paper.sign.title')}</h2>
      <p class="gap-1">{t('paper.sign.lede')}</p>
      <div class="gap-3">
        <SummaryList
          entries={[
            { label: t('applications.sign-off.state'), value: signOffNote(view, seen) },
            {
              label: t('applications.sign-off.official'),
              value: name ? joined(view, [name, title, email]) : t('applications.check.empty'),
              act: mayRecord ? (
                <a href={view.href(pathOf(seen.application.id, 'declaration'))}>
                  {t('applications.sign-off.change')}
                </a>
              ) : undefined,
            },
          ]}
        />
      </div>
      {mayRecord && !isReady && <Incomplete view={view} seen={seen} words="paper.sign.incomplete" />}
      {mayRecord && isReady && (
        <Form view={view} class="flow gap-4">
          <input type="hidden" name="textDigest" value={seen.textDigest} />
          <TextField form={form} name="name" hint={t('paper.sign.name.hint')} />
          <DateField
            form={form}
            name="signedOn"
            hint={t('paper.sign.on.hint', { received: paper ? format.date(paper.receivedOn) : '' })}
          />
          <Outbox view={view} title="" mail={[]}>
            {t('paper.sign.nobody')}
          </Outbox>
          <div class="acts">
            <button
              class={seen.signOff.state === 'signed' ? 'go2' : 'go'}
              type="submit"
              name="do"
              value="record"
            >
              {t('paper.sign.go')}
            </button>
          </div>
        </Form>
      )}
    </ApplicationFrame>
  );
};
