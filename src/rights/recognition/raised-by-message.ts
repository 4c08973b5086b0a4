import type { Understanding } from '../../search/understanding';
import { canRaise, type PartJudgement } from './judge-part';
import type { Matter } from '../matter';
import { requestedMatter } from './requested-matter';

/**
 * What the parts of a message raise, and what the whole is understood to raise unless a part denies it or none of them can
 * raise it; in order, without doubles. Where a part is about no information the whole is understood by that, too, and only
 * counts where another part is about information and raises nothing by itself.
 */
export function raisedByMessage(judged: readonly PartJudgement[], whole: Understanding): readonly Matter[] {
  const ofParts = judged.flatMap(({ raised }) => raised);
  const isElsewhere = judged.some(({ form }) => form === 'elsewhere');
  const counts = !isElsewhere || (ofParts.length === 0 && judged.some(({ isAboutInformation }) => isAboutInformation));
  const ofWhole = judged.length > 1 && counts ? requestedIn(whole) : [];
  const added = ofWhole.filter((matter) => !ofParts.includes(matter) && isOpen(matter, judged));
  const inOrder = judged.flatMap(({ raised, perhaps }) => [...raised, ...added.filter((matter) => matter === perhaps)]);
  return [...new Set([...inOrder, ...added])];
}

function requestedIn(whole: Understanding): readonly Matter[] {
  return [whole, ...(whole.also ?? [])].flatMap((one): readonly Matter[] => {
    const matter = requestedMatter(one, false);
    return matter ? [matter] : [];
  });
}

const isOpen = (matter: Matter, judged: readonly PartJudgement[]): boolean =>
  judged.some(({ form }) => canRaise(form, matter)) && !judged.some(({ denied }) => denied.includes(matter));
