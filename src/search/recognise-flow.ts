import { normalise } from './normalise';
import type { FlowContent } from './search-content';
import type { Flow } from './understanding';

/** Finds the request whose title a message is, as pressing its button sends it. */
export function createTitledFlows(flows: readonly FlowContent[]): (text: string) => Flow | undefined {
  const titles = new Map(flows.map(({ title, flow }) => [normalise(title), flow]));
  return (text) => titles.get(normalise(text));
}
