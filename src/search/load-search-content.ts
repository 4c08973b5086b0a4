import type { NoticeVersion } from '../notice/notice';
import type { ContentProblem, Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import { followUpsSchema, type FollowUpContent } from './follow-up-content';
import {
  courtesiesSchema,
  detailsSchema,
  flowsSchema,
  lexiconSchema,
  smalltalkSchema,
  urgentSchema,
  type DetailContent,
  type FlowContent,
  type SearchContent,
  type SmalltalkContent,
  type UrgentContent,
} from './search-content';
import { FLOWS } from './understanding';

const FLOWS_FILE = 'flows.yaml';
const NO_FOLLOW_UPS: FollowUpContent = { joins: [], around: [], aspects: [] };
const NO_SIGNS: UrgentContent = { checkedOn: '', numbers: {}, signs: [], aboutRecords: [] };

/** Reads lexicon.yaml, flows.yaml, urgent.yaml, smalltalk.yaml, courtesies.yaml, follow-ups.yaml and details.yaml. */
export function loadSearchContent(contentDir: string): Loaded<SearchContent> {
  const lexicon = readYaml(contentDir, 'lexicon.yaml', lexiconSchema);
  const flows = loadFlows(contentDir);
  const urgent = loadUrgent(contentDir);
  const smalltalk = loadSmalltalk(contentDir);
  const courtesies = readYaml(contentDir, 'courtesies.yaml', courtesiesSchema);
  const followUps = loadFollowUps(contentDir);
  const details = loadDetails(contentDir);
  return {
    value: {
      lexicon: lexicon.value ?? {},
      flows: flows.value,
      urgent: urgent.value,
      smalltalk: smalltalk.value,
      courtesies: courtesies.value ?? { before: [], after: [], anywhere: [] },
      followUps: followUps.value,
      details: details.value,
    },
    problems: [lexicon, flows, urgent, smalltalk, courtesies, followUps, details].flatMap((loaded) => loaded.problems),
  };
}

/** Passages that flows.yaml names and the notice does not have. */
export function checkFlowPassages(content: SearchContent, notice: NoticeVersion): readonly ContentProblem[] {
  const known = new Set(notice.sections.flatMap((section) => section.passages.map((passage) => passage.id)));
  return content.flows.flatMap(({ flow, passages, handover }) =>
    [...passages, ...(handover ? [handover.passage] : [])]
      .filter((id) => !known.has(id))
      .map((id) => ({
        file: FLOWS_FILE,
        line: 1,
        problem: `${flow}.passages: the notice of ${notice.version} has no passage "${id}"`,
        rule: 'passage-exists',
      })),
  );
}

function loadFlows(contentDir: string): Loaded<readonly FlowContent[]> {
  const { value, problems } = readYaml(contentDir, FLOWS_FILE, flowsSchema);
  if (!value) return { value: [], problems };
  const flows = FLOWS.map((flow) => {
    const { title, passages, how, handover, 'law-at-start': lawAtStart } = value[flow];
    return { flow, title, passages, how, handover, lawAtStart };
  });
  return { value: flows, problems };
}

function loadUrgent(contentDir: string): Loaded<UrgentContent> {
  const { value, problems } = readYaml(contentDir, 'urgent.yaml', urgentSchema);
  if (!value) return { value: NO_SIGNS, problems };
  const signs = Object.entries(value.signs).map(([sign, { 'unless-about-records': unlessAboutRecords, ...rest }]) => {
    return { sign, ...rest, unlessAboutRecords };
  });
  const { numbers, 'checked-on': checkedOn, 'about-records': aboutRecords } = value;
  return { value: { checkedOn, numbers, signs, aboutRecords }, problems };
}

function loadSmalltalk(contentDir: string): Loaded<readonly SmalltalkContent[]> {
  const { value, problems } = readYaml(contentDir, 'smalltalk.yaml', smalltalkSchema);
  const topics = Object.entries(value ?? {}).map(([topic, { 'said-as': saidAs, ...rest }]) => ({
    topic,
    saidAs,
    ...rest,
  }));
  return { value: topics, problems };
}

function loadFollowUps(contentDir: string): Loaded<FollowUpContent> {
  const { value, problems } = readYaml(contentDir, 'follow-ups.yaml', followUpsSchema);
  if (!value) return { value: NO_FOLLOW_UPS, problems };
  const aspects = Object.entries(value.aspects).map(
    ([aspect, { 'asked-as': askedAs, 'in-general': inGeneral, completed }]) => {
      return { aspect, askedAs, completed, inGeneral };
    },
  );
  return { value: { ...value, aspects }, problems };
}

function loadDetails(contentDir: string): Loaded<readonly DetailContent[]> {
  const { value, problems } = readYaml(contentDir, 'details.yaml', detailsSchema);
  const details = Object.entries(value ?? {}).map(([detail, { 'asked-as': askedAs, ...rest }]) => {
    return { detail, askedAs, ...rest };
  });
  return { value: details, problems };
}
