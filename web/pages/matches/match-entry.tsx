import type { AlumMatch } from '../../../shared/matches/list-alumni-for.ts';
import type { MatchSight } from '../../../shared/matches/match-sight.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import type { FormState } from '../../components/form/form-state.ts';
import { placeOf, yearsOf } from './place-of.ts';
import { cautionWords, offerWords, outsideWords, reasonWords } from './reason-words.ts';
import { scorePath } from './score-form.tsx';

type Props = {
  form: FormState;
  match: AlumMatch;
  partnership: Partnership;
  /** Who coordinates the partnership may ask them and put them aside; staff may see how the score comes about. */
  as: MatchSight;
};

/** The placement that speaks for the pair, else the latest one. */
const mainPlacement = ({ reasons, servedIn }: AlumMatch) => {
  const served = reasons.find((one) => one.kind === 'served');
  return served ? served.in : servedIn.toSorted((a, b) => (b.to ?? 9999) - (a.to ?? 9999))[0];
};

/** One alum of a list: who they are by number and placement, why they fit, and what to do. */
export const MatchEntrySection = ({ form, match, partnership, as }: Props) => {
  const { view } = form;
  const { t, format, language, href } = view;
  const { alumId, number, reasons, cautions, askedUntil } = match;
  const placement = mainPlacement(match);
  const asks = as === 'coordinator';
  const headId = `alum-${alumId}`;
  return (
    <section class="match" aria-labelledby={headId}>
      <div>
        <p class="match__id">{t('matches.number', { number })}</p>
        <h2 class="h-lg" id={headId}>
          {placement ? t(`alumni.role.${placement.role}`) : t('matches.number', { number })}
          {placement && <span class="sr">{`, ${t('matches.number', { number })}`}</span>}
        </h2>
        {placement && (
          <p class="match__place">
            {placeOf(view, placement)}{' '}
            {language === 'en' && placement.nameJa && (
              <span class="soft" lang="ja">
                {placement.nameJa}
              </span>
            )}
            <br />
            <span class="num">{yearsOf(view, placement)}</span>
          </p>
        )}
      </div>
      <div>
        <ul class="why">
          {reasons.map((reason) => (
            <li>{(asks ? reasonWords : outsideWords)(view, reason, partnership)}</li>
          ))}
          {offerWords(view, match).map((words) => (
            <li>{words}</li>
          ))}
          {cautions.map((caution) => (
            <li class="not">{cautionWords(view, caution)}</li>
          ))}
        </ul>
        {asks && (
          <div class="match__do">
            {askedUntil ? (
              <span class="soft">{t('matches.asked', { when: format.date(askedUntil) })}</span>
            ) : (
              <label class="check">
                <input
                  type="checkbox"
                  name="ask"
                  value={alumId}
                  checked={form.values('ask').includes(alumId)}
                />
                <span>{t('matches.ask', { number })}</span>
              </label>
            )}
            <button
              class="go2"
              type="submit"
              name="aside"
              value={alumId}
              aria-label={t('matches.aside.whom', { number })}
            >
              {t('matches.aside')}
            </button>
          </div>
        )}
        {as === 'staff' && (
          <p class="match__do">
            <a
              class="tap"
              href={href(scorePath(partnership.id, alumId))}
              aria-label={t('matches.score.whose', { number })}
            >
              {t('matches.score.link')}
            </a>
          </p>
        )}
      </div>
    </section>
  );
};
