import type { Understanding } from '../../search/understanding';
import type { Matter } from '../matter';
import { matterOf } from '../matter-of';

/**
 * Where it is to be asked which of several is meant, one of the requests is meant if they are so likely together: of
 * questions by new people that were asked back, 34 of 35 such were requests (by words alone 60 of 65).
 */
const ONE_OF_THEM_FROM = 0.6;

/**
 * What a message is understood to ask for. Of several that are likely it is the likeliest, where it is plain that one of
 * them is meant, or where something is wanted by the form of the message.
 */
export function requestedMatter(understood: Understanding, wishes: boolean): Matter | undefined {
  if (understood.kind === 'flow') return matterOf(understood.flow);
  const options = understood.kind === 'clarify' ? understood.options : [];
  const requests = options.filter((option) => option.kind === 'flow');
  const [first] = requests;
  const isRequest = requests.reduce((sum, { score }) => sum + score, 0) >= ONE_OF_THEM_FROM;
  return first && (isRequest || (wishes && options[0] === first)) ? matterOf(first.flow) : undefined;
}
