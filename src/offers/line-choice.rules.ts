/** Decides which line gets which offers, when no line may have two that do not go together, and offers may need several lines. */
import { savedBy, savedIn, type Trail, type Trails } from './offer-candidates.rules.ts';
import type { WorkingLine } from './working-line.rules.ts';

/** One way to make lines cheaper: all stackable offers together, or one exclusive offer. A line takes one of them at most. */
export interface Option {
  /** All lines it sees, also those that only count. */
  readonly lines: readonly WorkingLine[];
  /** What it does to them if it gets them all. */
  readonly trails: Trails;
  /** Whether what it gives to a line depends on which others it gets: groups, conditions, a bound. */
  readonly bound: boolean;
  /** What it does if it gets only these. */
  reprice(lines: readonly WorkingLine[]): Trails;
}

/** Each line with the cheapest option; no option counts a line that another one has, and together they save at least what any alone would. */
export function chooseOptions(options: readonly Option[]): Trails {
  let best = settled(options, null);
  let saved = savedIn(best);
  for (const option of options) {
    if (savedIn(option.trails) <= saved) continue;
    best = settled(options, option);
    saved = savedIn(best);
  }
  return best;
}

interface Standing {
  readonly option: Option;
  lines: readonly WorkingLine[];
  trails: Trails;
}

type Choices = Map<number, Standing>;

/**
 * Lines choose what is cheapest; an option that lost lines is priced anew for those it kept, the least of them first, and
 * these choose again, until every option has the lines it was priced for. `forced` keeps all of its lines.
 */
function settled(options: readonly Option[], forced: Option | null): Trails {
  const standings = options.map((option): Standing => ({ option, lines: option.lines, trails: option.trails }));
  const choices: Choices = new Map();
  for (const standing of standings) for (const { index } of standing.lines) if (standing.option === forced) choices.set(index, standing);
  const held = new Set(choices.keys());
  chooseFor(standings, new Set(standings.flatMap(({ trails }) => [...trails.keys()].filter((index) => !held.has(index)))), choices);
  for (;;) {
    const counted = withCounted(standings, choices);
    const broken = weakestBroken(standings, choices, counted);
    if (!broken) return trailsOfChoices(choices);
    broken.lines = broken.lines.filter(({ index }) => counted.get(index) === broken);
    broken.trails = broken.option.reprice(broken.lines);
    chooseFor(standings, new Set(broken.lines.map(({ index }) => index)), choices);
  }
}

function chooseFor(standings: readonly Standing[], indexes: ReadonlySet<number>, choices: Choices): void {
  for (const index of indexes) {
    let best: Trail | undefined;
    choices.delete(index);
    for (const standing of standings) {
      const trail = standing.trails.get(index);
      if (!trail || (best && best.pieces.total <= trail.pieces.total)) continue;
      best = trail;
      choices.set(index, standing);
    }
  }
}

/** The choices, and the lines that are made no cheaper but count for an option that needs them: for one alone. */
function withCounted(standings: readonly Standing[], choices: Choices): Choices {
  const chosen = new Set(choices.values());
  const counted: Choices = new Map(choices);
  for (const standing of standings) {
    if (!standing.option.bound || !chosen.has(standing)) continue;
    for (const { index } of standing.lines) if (!counted.has(index)) counted.set(index, standing);
  }
  return counted;
}

/** Of the options that lines have chosen but that do not have all the lines they were priced for, the one that gives least. */
function weakestBroken(standings: readonly Standing[], choices: Choices, counted: Choices): Standing | null {
  const chosen = new Set(choices.values());
  let weakest: Standing | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const standing of standings) {
    const { option, lines, trails } = standing;
    if (!option.bound || !chosen.has(standing) || lines.every(({ index }) => counted.get(index) === standing)) continue;
    const saves = lines.reduce((sum, { index }) => sum + (choices.get(index) === standing ? savedBy(trails.get(index)?.applied ?? []) : 0), 0);
    if (saves < least) [weakest, least] = [standing, saves];
  }
  return weakest;
}

const trailsOfChoices = (choices: Choices): Trails => new Map([...choices].flatMap(([index, { trails }]) => {
  const trail = trails.get(index);
  return trail ? [[index, trail] as const] : [];
}));
