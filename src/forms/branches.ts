import type { Question } from './form';

/** A question on a page. */
export interface PageField {
  /** In HTML. */
  readonly name: string;
  readonly question: Question;
  /** The cases that its answer is for. */
  readonly references: readonly string[];
}

/** A question, and those that apply only after some of its answers. */
export interface Branch {
  readonly field: PageField;
  readonly groups: readonly BranchGroup[];
}

export interface BranchGroup {
  /** Ids of the options after which they apply. */
  readonly options: readonly string[];
  readonly branches: readonly Branch[];
}

/**
 * Puts questions that depend on a choice behind it. One that depends on the ways to reply, or on nothing that is asked
 * here, stands by itself.
 */
export function branchesOf(fields: readonly PageField[]): readonly Branch[] {
  const parents = new Map(fields.map((field, at) => [field, parentOf(field, fields.slice(0, at))]));
  const childrenOf = (parent: PageField | undefined) => fields.filter((field) => parents.get(field) === parent);
  const branchOf = (field: PageField): Branch => ({ field, groups: groupsOf(field, childrenOf(field), branchOf) });
  return childrenOf(undefined).map(branchOf);
}

/** The last choice before it on which it depends. */
const parentOf = ({ question: { when } }: PageField, before: readonly PageField[]): PageField | undefined =>
  before.findLast(({ question: { id, kind } }) => kind === 'choice' && id in when);

function groupsOf(
  { question: { id } }: PageField,
  children: readonly PageField[],
  branchOf: (field: PageField) => Branch,
): readonly BranchGroup[] {
  const optionsOf = (field: PageField): string => (field.question.when[id] ?? []).join(' ');
  return [...new Set(children.map(optionsOf))].map((options) => ({
    options: options.split(' '),
    branches: children.filter((child) => optionsOf(child) === options).map(branchOf),
  }));
}
