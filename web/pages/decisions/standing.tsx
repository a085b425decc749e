import type { Application } from '../../../shared/applications/application.ts';
import type { Decision } from '../../../shared/awards/decision.ts';
import { isSelf } from '../../../shared/kernel/actor.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { Form } from '../../components/form/form.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { answerWords } from './answer-words.tsx';

type Props = { view: View; decision: Decision; application: Application; round: Round };

/** What stands, what the second person may do with it, and what became of the award. */
export const Standing = ({ view, decision, application, round }: Props) => {
  const { t, format } = view;
  const isMine = (id: string) => view.actor.kind === 'person' && isSelf(view.actor, id);
  const who = (id: string) => (isMine(id) ? t('awards.decide.you') : t('awards.decide.other'));
  const amount = decision.decision === 'award' ? ` ${format.money(decision.amountCents)}` : '';
  return (
    <section aria-labelledby="standing" class="flow">
      <h2 id="standing" class="h-lg">
        {t('awards.decide.standing')}
      </h2>
      <SummaryList
        entries={[
          {
            label: t('awards.column.decision'),
            value: `${t(`awards.decision.${decision.decision}`)}${amount}`,
          },
          ...(decision.waitlistRank
            ? [{ label: t('awards.decide.rank'), value: String(decision.waitlistRank) }]
            : []),
          { label: t('awards.column.state'), value: t(`awards.state.${decision.status}`) },
          { label: t('awards.decide.reason'), value: decision.reason },
          { label: t('awards.decide.by'), value: who(decision.proposedBy) },
          ...(decision.settledBy
            ? [{ label: t('awards.decide.settled-by'), value: who(decision.settledBy) }]
            : []),
          ...(decision.earlier ?? []).map((before) => ({
            label: t('awards.decide.earlier'),
            value: `${t(`awards.decision.${before.decision}`)}: ${before.reason}`,
          })),
          ...(application.status === 'accepted' || application.status === 'declined-by-applicant'
            ? [{ label: t('awards.answer.of'), value: answerWords(view, application, round) }]
            : []),
        ]}
      />
      {decision.status === 'proposed' &&
        (isMine(decision.proposedBy) ? (
          <p class="soft">{t('awards.decide.certify.own')}</p>
        ) : (
          <Form view={view} version={decision.version} class="flow">
            <Outbox view={view} title="" mail={[]}>
              {round.announcedAt !== undefined && t('awards.decide.certify.moves')}
            </Outbox>
            <div class="acts">
              <button class="go" type="submit" name="action" value="certify">
                {t('awards.decide.certify')}
              </button>
              <button class="go2" type="submit" name="action" value="send-back">
                {t('awards.decide.send-back')}
              </button>
            </div>
          </Form>
        ))}
    </section>
  );
};
