import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { formOf as sectionFormOf } from '../../../../shared/applications/sections/forms.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import { Form } from '../../../components/form/form.tsx';
import { idOf } from '../../../components/form/form-state.ts';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { pathOf } from '../task-stops.ts';
import { labelOf, partsOf } from '../words.ts';
import { type Difference, differencesOf } from './clash.ts';
import { answerText } from './row-summary.ts';
import { flat } from './section-data.ts';

type Props = {
  view: View;
  seen: ApplicationView;
  /** As it stands now. */
  section: ApplicationView['sections'][number];
  mine: SectionData;
};

const said = ({ view, seen, section }: Props, name: string, typed: string) => {
  const { list, field } = partsOf(name);
  const form = sectionFormOf(section.id, seen.round);
  const question = list ? form.lists[list]?.fields[field] : form.fields[name];
  const words = question
    ? answerText(view, { section: section.id, path: name, field: question, typed })
    : typed;
  return words || view.t('applications.clash.empty');
};

const Choice = ({ difference, ...props }: Props & { difference: Difference }) => {
  const { view, seen, section } = props;
  const { name, mine, theirs } = difference;
  const label = labelOf(view, { section: section.id, questions: seen.round.extraQuestions })(name);
  return (
    <fieldset class="clash">
      <legend class="label">{label}</legend>
      <div class="pick">
        {(['mine', 'theirs'] as const).map((side) => (
          <label>
            <input
              type="radio"
              id={`${idOf(name)}-${side}`}
              name={`choose:${name}`}
              value={side}
              checked={side === 'mine'}
            />
            <span>
              <small>{view.t(`applications.clash.${side}`)}</small>
              <blockquote>{said(props, name, difference[side])}</blockquote>
            </span>
          </label>
        ))}
      </div>
      <input type="hidden" name={`mine:${name}`} value={mine} />
      <input type="hidden" name={`theirs:${name}`} value={theirs} />
    </fieldset>
  );
};

/** Two editors: both texts of every answer on which they differ, for a person to choose. Nothing is overwritten unseen. */
export const ClashPage = (props: Props) => {
  const { view, seen, section, mine } = props;
  const { t, format } = view;
  const form = sectionFormOf(section.id, seen.round);
  const differences = differencesOf(form, mine, section.data);
  const differ = new Set(differences.map(({ name }) => name));
  const alike = Object.entries(flat(form, section.data)).filter(([name]) => !differ.has(name));
  const when = section.savedAt ? format.moment(section.savedAt, view.viewerZone ?? seen.round.zone) : '';
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.clash.title')} here={section.id}>
      <section class="errors" role="alert" aria-labelledby="errors-title" tabindex={-1} id="errors">
        <h2 id="errors-title">{t('applications.clash.title')}</h2>
        <p>{t('applications.clash.lede', { who: t('applications.clash.who'), when })}</p>
      </section>
      <h2 class="gap-4">{t(`applications.section.${section.id}`)}</h2>
      {differences.length === 0 ? (
        <p class="gap-2">{t('applications.clash.same')}</p>
      ) : (
        <Form view={view} version={section.version} class="gap-3">
          {alike.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {differences.map((difference) => (
            <Choice {...props} difference={difference} />
          ))}
          <div class="acts gap-4">
            <button class="go" type="submit" name="do" value="settle">
              {t('applications.clash.save')}
            </button>
          </div>
          <p class="small soft gap-1">{t('applications.mail.nobody.save')}</p>
        </Form>
      )}
      <p class="gap-2">
        <a class="tap" href={view.href(pathOf(seen.application.id, section.id))}>
          {t('applications.clash.reload')}
        </a>
      </p>
    </ApplicationFrame>
  );
};
