import { jobStore, jobWrites } from '../../shared/jobs/job.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { applyMatchWeights, viewMatchWeights } from '../../shared/matches/apply-match-weights.ts';
import { asidesStore } from '../../shared/matches/asides.store.ts';
import { askIntroductionPlan } from '../../shared/matches/ask-introduction-plan.ts';
import { askRebuildMatches } from '../../shared/matches/ask-rebuild-matches.ts';
import { explainNumbered } from '../../shared/matches/explain-numbered.ts';
import { explainPair } from '../../shared/matches/explain-pair.ts';
import { listAlumniFor } from '../../shared/matches/list-alumni-for.ts';
import { listPartnershipsFor } from '../../shared/matches/list-partnerships-for.ts';
import { saySought, viewSought } from '../../shared/matches/say-sought.ts';
import { setAlumAside } from '../../shared/matches/set-alum-aside.ts';
import { studyStore } from '../../shared/matches/study.store.ts';
import { tryMatchWeights } from '../../shared/matches/try-match-weights.ts';
import { listIntroductionPlans, viewStudy } from '../../shared/matches/view-study.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { matchPorts } from './matches-queue.ts';

/** Everything matching can be asked, on one table; API and pages take what they need. */
export const matchesUseCases = ({ table, cursors }: { table: Table; cursors: Cursors }) => {
  const stores = matchPorts(table);
  const kept = {
    asides: asidesStore(table),
    studies: studyStore(table, { jobWrites }),
    jobs: jobStore(table),
  };
  const ports = { ...stores, ...kept, directory: stores.partnerships, cursors };
  return {
    listAlumniFor: listAlumniFor(ports),
    setAlumAside: onceMore(setAlumAside(ports)),
    explainPair: explainPair(ports),
    explainNumbered: explainNumbered(ports),
    viewSought: viewSought(ports),
    saySought: saySought(ports),
    listPartnershipsFor: listPartnershipsFor(ports),
    askIntroductionPlan: onceMore(askIntroductionPlan(ports)),
    listIntroductionPlans: listIntroductionPlans(ports),
    viewStudy: viewStudy(ports),
    viewMatchWeights: viewMatchWeights(ports),
    tryMatchWeights: onceMore(tryMatchWeights(ports)),
    applyMatchWeights: applyMatchWeights(ports),
    askRebuildMatches: onceMore(askRebuildMatches(ports)),
  };
};
