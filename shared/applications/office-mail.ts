import { deriveId } from '../kernel/ids.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { MessageKind } from '../messages/message.ts';
import { queueMessage } from '../messages/message-steps.ts';
import type { Application } from './application.ts';
import type { Confirmation } from './confirmation.ts';

type Of = Pick<Application, 'id' | 'roundId' | 'pair'>;

/** What every letter to the office says of the plan: plain words, and nothing attached. */
const valuesOf = (application: Of, { asked, plan }: Confirmation) => ({
  office: asked.office,
  contact: asked.contact,
  us: application.pair.us,
  jp: application.pair.jp,
  jpJa: application.pair.jpJa,
  title: plan.title,
  arrives: plan.arrivesOn,
  leaves: plan.leavesOn,
  until: asked.expiresAt,
  linkPath: 'confirm',
});

type Letter = {
  readonly kind: MessageKind;
  readonly to: Confirmation['asked'];
  readonly values: Record<string, string>;
  /** What makes it this letter and no other: the request's key. */
  readonly key: string;
  readonly token?: string;
  readonly by: string;
  readonly at: Date;
};

const letter = (application: Of, { kind, to, values, key, token, by, at }: Letter): MessageChange =>
  queueMessage(
    {
      id: deriveId(kind, application.id, key),
      kind,
      about: `application#${application.id}`,
      roundId: application.roundId,
      to: { address: to.email, name: to.contact },
      language: 'ja',
      values,
      ...(token && { linkToken: token }),
    },
    by,
    at,
  );

type Asking = {
  readonly application: Of;
  readonly asked: Confirmation;
  readonly organisation: string;
  readonly token: string;
  readonly at: Date;
};

/** The question, with the link that only this mail knows. */
export const askingMail = ({ application, asked, organisation, token, at }: Asking): MessageChange =>
  letter(application, {
    kind: 'counterpart-request',
    to: asked.asked,
    values: { ...valuesOf(application, asked), organisation },
    key: asked.asked.key,
    token,
    by: asked.asked.by,
    at,
  });

type HandedOn = {
  readonly application: Of;
  readonly from: Confirmation;
  readonly to: Confirmation;
  readonly token: string;
  readonly at: Date;
};

/** The new link to the colleague, and word of it to whoever handed it on. */
export const handedOnMails = ({ application, from, to, token, at }: HandedOn): readonly MessageChange[] => {
  const { key } = to.asked;
  const common = { key, by: 'link:confirm-exchange', at };
  return [
    letter(application, {
      ...common,
      kind: 'counterpart-handed-on',
      to: to.asked,
      values: valuesOf(application, to),
      token,
    }),
    letter(application, {
      ...common,
      kind: 'counterpart-link-ended',
      to: from.asked,
      values: { ...valuesOf(application, from), colleague: to.asked.email },
    }),
  ];
};

/** Word to the office that nothing is asked of it any more. */
export const revokedMail = (application: Of, from: Confirmation, by: string, at: Date): MessageChange =>
  letter(application, {
    kind: 'counterpart-revoked',
    to: from.asked,
    values: valuesOf(application, from),
    key: from.asked.key,
    by,
    at,
  });
