import { Button } from '../parts/button';
import { FactList } from '../parts/fact-list';
import { NewTabLink } from '../parts/new-tab-link';
import { usePanel, useSay } from '../parts/panel-context';
import { Step } from './step';

/** Who sees the chat and how long it is kept: the facts of the welcome, at any time. */
export function FactsStep({ onBack }: { readonly onBack: () => void }) {
  const { content } = usePanel();
  const say = useSay();
  return (
    <Step title={say('who-title')} foot={<Button look="btn wide quiet" words={say('back')} onPress={onBack} />}>
      <div id="step-about">
        <FactList facts={content.welcome.facts} />
      </div>
      <p>
        <NewTabLink href={content.noticeUrl} words={say('who-notice')} />
      </p>
    </Step>
  );
}
