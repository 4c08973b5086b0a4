import type { Flow } from '../search/understanding';
import type { Matter } from './matter';

/** The matter that a flow raises; to ask how a case stands raises none. */
export function matterOf(flow: Flow): Matter | undefined {
  return flow === 'request_status' ? undefined : flow;
}
