import { onceMore } from '../../shared/kernel/once-more.ts';
import { asidesStore } from '../../shared/matches/asides.store.ts';
import { explainPair } from '../../shared/matches/explain-pair.ts';
import { listAlumniFor } from '../../shared/matches/list-alumni-for.ts';
import { listPartnershipsFor } from '../../shared/matches/list-partnerships-for.ts';
import { saySought, viewSought } from '../../shared/matches/say-sought.ts';
import { setAlumAside } from '../../shared/matches/set-alum-aside.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { matchPorts } from './matches-queue.ts';

/** Everything matching can be asked, on one table; API and pages take what they need. */
export const matchesUseCases = ({ table, cursors }: { table: Table; cursors: Cursors }) => {
  const stores = matchPorts(table);
  const ports = { ...stores, directory: stores.partnerships, asides: asidesStore(table), cursors };
  return {
    listAlumniFor: listAlumniFor(ports),
    setAlumAside: onceMore(setAlumAside(ports)),
    explainPair: explainPair(ports),
    viewSought: viewSought(ports),
    saySought: saySought(ports),
    listPartnershipsFor: listPartnershipsFor(ports),
  };
};
