import { columns, type Side } from '../columns';
import { MATTER_VERDICTS } from './judge-recognised';
import type { MatterMessage } from './matter-message';
import { recordOf, recordedVerdict, worseThanRecorded, type MattersBaseline } from './matters-baseline';
import type { Mode } from './baseline';
import type { MatterOutcome } from './recognise-messages';
import { groupBy, percent } from './verdict-table';

/** How the recognition of matters went, in plain text: how often what, and every message that went wrong. */
export function mattersReport(outcomes: readonly MatterOutcome[]): readonly string[] {
  const groups = [['all', outcomes] as const, ...groupBy(outcomes, ({ message }) => [`to be ${message.kind}`])];
  const rows = groups.map(([name, of]) => [
    name,
    String(of.length),
    percent(of.filter(({ verdict }) => verdict === 'right').length, of.length),
    ...MATTER_VERDICTS.map((verdict) => String(of.filter((outcome) => outcome.verdict === verdict).length)),
  ]);
  const right: Side = 'right';
  const head = ['', 'messages', '', ...MATTER_VERDICTS];
  const told = outcomes.filter(({ toldRight }) => toldRight !== undefined);
  return [
    ...columns([head, ...rows], ['left', ...head.slice(1).map(() => right)]),
    '',
    `Whose information it is was seen in ${told.filter(({ toldRight }) => toldRight).length} of ${told.length}.`,
    ...outcomes.filter(({ verdict }) => verdict !== 'right').flatMap(mistake),
  ];
}

/** What is recognised differently than when the baseline was recorded. */
export function mattersChanges(outcomes: readonly MatterOutcome[], baseline: MattersBaseline[Mode]): readonly string[] {
  if (Object.keys(baseline).length === 0) return ['There is no baseline yet; --record makes one.'];
  const changed = outcomes.filter((outcome) => baseline[outcome.message.text] !== recordOf(outcome));
  return [
    `Changed: ${changed.length} messages.`,
    ...worseThanRecorded(outcomes, baseline).map((sentence) => `WORSE: ${sentence}.`),
    ...changed.flatMap((outcome) => {
      const before = baseline[outcome.message.text];
      const isSame = before !== undefined && recordedVerdict(before) === outcome.verdict;
      return [
        '',
        `${isSame ? 'same' : 'other'}  ${outcome.message.text}`,
        `    before: ${before ?? 'not recorded'}`,
        `    now:    ${recordOf(outcome)}`,
      ];
    }),
  ];
}

const mistake = ({ message, verdict, shown }: MatterOutcome): readonly string[] => [
  '',
  `${verdict}  ${message.text}`,
  `    wanted:     ${wantedOf(message)}`,
  `    recognised: ${shown}`,
];

function wantedOf(message: MatterMessage): string {
  switch (message.kind) {
    case 'raised':
      return [message.matters, ...message.or].map((matters) => matters.join(', ')).join(' or ');
    case 'mentioned':
      return `not ${message.matter}: ${message.why}`;
    case 'none':
      return 'none';
  }
}
