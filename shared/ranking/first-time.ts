import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';

type Ports = { applications: Pick<Applications, 'ofOrganisation' | 'many'> };
type Sent = Pick<Application, 'organisationId' | 'roundId' | 'submission'>;

/** Whether the applicant had sent nothing in another round when this was sent. */
export const isFirstTime =
  (ports: Ports) =>
  async (sent: Sent, position?: string): Promise<boolean> => {
    const { items, next } = await ports.applications.ofOrganisation(sent.organisationId, position);
    const elsewhere = items.filter(({ roundId }) => roundId !== sent.roundId).map(({ id }) => id);
    const found = elsewhere.length > 0 ? await ports.applications.many(elsewhere) : [];
    const at = sent.submission?.at ?? '';
    const earlier = found.some(({ submission }) => submission && submission.at < at);
    return earlier || next === undefined ? !earlier : isFirstTime(ports)(sent, next);
  };
