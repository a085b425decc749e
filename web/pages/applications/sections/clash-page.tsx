import { formOf as sectionFormOf } from '../../../../shared/applications/sections/forms.ts';
import { markOf, writtenBase } from '../../../../shared/applications/sections/section-base.ts';
import { Form } from '../../../components/form/form.tsx';
import { ApplicationFrame } from '../application-frame.tsx';
import { pathOf } from '../task-stops.ts';
import { partsOf } from '../words.ts';
import { AnswerChoice, type ClashProps, RowsChoice, sideOf } from './clash-choice.tsx';
import { editorName } from './editors.tsx';
import { flat } from './section-data.ts';

/** What is put together already, and the rows to choose from, carried along unseen. */
const Carried = ({ seen, section, merge }: ClashProps) => {
  const asked = new Set(merge.clashes.flatMap((one) => (one.kind === 'answer' ? [one.name] : [])));
  return (
    <>
      {Object.entries(flat(sectionFormOf(section.id, seen.round), merge.data))
        .filter(([name]) => !asked.has(name))
        .map(([name, value]) => {
          const { list, at } = partsOf(name);
          const open = list && at !== undefined ? sideOf(merge.clashes, list, at) : undefined;
          return (
            <input type="hidden" name={open ? `${open.side}:${open.what}:${name}` : name} value={value} />
          );
        })}
    </>
  );
};

/** Two editors: both texts of every answer on which they differ, for a person to choose. Nothing is overwritten unseen. */
export const ClashPage = (props: ClashProps) => {
  const { view, seen, section, merge } = props;
  const { t, format } = view;
  const form = sectionFormOf(section.id, seen.round);
  const [merged, stands] = [flat(form, merge.data), flat(form, section.data)];
  const isSaved =
    merge.clashes.length === 0 &&
    [...new Set([...Object.keys(merged), ...Object.keys(stands)])].every(
      (name) => markOf(merged[name] ?? '') === markOf(stands[name] ?? ''),
    );
  const when = section.savedAt ? format.moment(section.savedAt, view.viewerZone ?? seen.round.zone) : '';
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.clash.title')} here={section.id}>
      <section class="errors" role="alert" aria-labelledby="errors-title" tabindex={-1} id="errors">
        <h2 id="errors-title">{t('applications.clash.title')}</h2>
        <p>{t('applications.clash.lede', { who: editorName(view, seen, section.savedBy), when })}</p>
      </section>
      <h2 class="gap-4">{t(`applications.section.${section.id}`)}</h2>
      {isSaved ? (
        <p class="gap-2">{t('applications.clash.same')}</p>
      ) : (
        <Form view={view} version={section.version} base={writtenBase(section.data)} class="gap-3">
          <Carried {...props} />
          {merge.clashes.map((clash) =>
            clash.kind === 'answer' ? (
              <AnswerChoice {...props} clash={clash} />
            ) : (
              <RowsChoice {...props} clash={clash} />
            ),
          )}
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
